package org.personalize.template;

import java.util.Set;

/** Everything that a template may use. What is not listed is refused when the template is read. */
final class Allowed {

    /** FreeMarker's elements, by the names of its classes, and none that reads files, changes settings or hides errors. */
    static final Set<String> ELEMENTS = Set.of(
            "MixedContent",
            "TextBlock",
            "Comment",
            "DollarVariable",
            "IfBlock",
            "ConditionalBlock",
            "IteratorBlock",
            "ListElseContainer",
            "ElseOfList",
            "Items",
            "Sep",
            "SwitchBlock",
            "Case",
            "On",
            "BreakInstruction",
            "ContinueInstruction",
            "Assignment",
            "AssignmentInstruction",
            "BlockAssignment",
            "Macro",
            "UnifiedCall",
            "BodyInstruction",
            "ReturnInstruction",
            "LibraryLoad",
            "Include",
            "CompressedBlock",
            "TrimInstruction");

    static final Set<String> EXPRESSIONS = Set.of(
            "Identifier",
            "Dot",
            "DotBeforeMethodCall",
            "DynamicKeyName",
            "DynamicKeyNameBeforeMethodCall",
            "MethodCall",
            "StringLiteral",
            "NumberLiteral",
            "BooleanLiteral",
            "ListLiteral",
            "HashLiteral",
            "Range",
            "ParentheticalExpression",
            "AndExpression",
            "OrExpression",
            "NotExpression",
            "ComparisonExpression",
            "ArithmeticExpression",
            "AddConcatExpression",
            "UnaryPlusMinusExpression",
            "DefaultToExpression",
            "ExistsExpression",
            "LocalLambdaExpression",
            "BuiltinVariable");

    static final Set<String> BUILT_INS = Set.of(
            "abs", "boolean", "c", "cap_first", "capitalize", "ceiling", "chop_linebreak", "chunk", "contains", "counter",
            "date", "datetime", "drop_while", "ends_with", "ensure_ends_with", "ensure_starts_with", "esc", "filter",
            "first", "floor", "has_content", "has_next", "index", "index_of", "int", "is_boolean", "is_date",
            "is_even_item", "is_first", "is_last", "is_number", "is_odd_item", "is_sequence", "is_string", "item_cycle",
            "item_parity", "item_parity_cap", "join", "keep_after", "keep_after_last", "keep_before", "keep_before_last",
            "last", "last_index_of", "length", "lower_case", "map", "max", "min", "number", "remove_beginning",
            "remove_ending", "replace", "reverse", "round", "seq_contains", "seq_index_of", "seq_last_index_of", "size",
            "sort", "sort_by", "split", "starts_with", "string", "switch", "take_while", "then", "time", "trim",
            "truncate", "truncate_c", "truncate_w", "uncap_first", "upper_case", "url", "url_path", "word_list");

    /** Built-ins whose arguments must stand in the template as short texts, since they multiply what they are given. */
    static final Set<String> LITERAL_ARGUMENTS =
            Set.of("replace", "join", "ensure_starts_with", "ensure_ends_with", "string", "date", "datetime", "time");

    /** Special variables such as {@code .now} tell of the machine; a template has {@code now} instead. */
    static final Set<String> SPECIALS = Set.of("lang", "locale", "args", "auto_esc", "output_format");

    static final int LONGEST_LITERAL_ARGUMENT = 100;

    private Allowed() {}
}
