package org.personalize.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;

/** Walks a parsed template and finds everything that is not allowed, all at once. */
final class Inspection {

    static final int DEEPEST = 100;
    private static final int LONGEST_ARGUMENT = 40;
    private static final int MOST_INTERPOLATIONS = 100;
    private static final int LARGEST_CHUNK = 1_000;
    private static final int PLUS_EQUALS = 0x10001;

    /** Another file that is read, and where this one says so. */
    record Inclusion(String target, Place place) {}

    private final Source source;
    private final Problems problems;
    private final boolean mayInclude;
    private final List<Inclusion> inclusions = new ArrayList<>();

    Inspection(Source source, Problems problems, boolean mayInclude) {
        this.source = source;
        this.problems = problems;
        this.mayInclude = mayInclude;
    }

    /** The other files that this one asks for. */
    List<Inclusion> inspect(Node root) {
        visit(root, null, 0);
        return List.copyOf(inclusions);
    }

    private void visit(Node node, @Nullable Node parent, int depth) {
        if (depth > DEEPEST) {
            refuse(node, "this is nested more than " + DEEPEST + " levels deep", "Take it apart with <#assign>.");
            return;
        }
        check(node, parent);
        for (Node child : node.children()) {
            visit(child, node, depth + 1);
        }
    }

    private void check(Node node, @Nullable Node parent) {
        if (node.isBuiltIn()) {
            builtIn(node, parent);
            return;
        }
        String kind = node.kind();
        if (!Allowed.NODES.contains(kind)) {
            unknown(node, kind);
            return;
        }
        switch (kind) {
            case "BuiltinVariable" -> specialVariable(node);
            case "PropertySetting" -> setting(node);
            case "Include" -> include(node);
            case "LibraryLoad" ->
                inclusion(node, node.node("importedTemplateNameExp").orElseThrow());
            case "Range" -> range(node, parent);
            case "StringLiteral" -> literal(node);
            case "Assignment" -> assignment(node);
            case "IteratorBlock" -> list(node);
            default -> {}
        }
    }

    /** The tree is the same for a name that lists had long ago. */
    private void list(Node node) {
        String name = node.symbol().substring(1);
        if (!Allowed.DIRECTIVES.contains(name)) {
            refuse(node, "<#" + name + "> is not allowed in a template", "Write <#list … as …>.");
        }
    }

    private void unknown(Node node, String kind) {
        String symbol = node.symbol();
        if (kind.equals("AttemptBlock")) {
            refuse(
                    node,
                    "<#attempt> is not allowed in a template, because it hides missing values",
                    "Say what then, as in customer.first_name!'friend', or ask with <#if customer.first_name??>.");
        } else {
            String name = symbol.startsWith("#") ? symbol.substring(1) : symbol;
            problems.add(SyntaxError.refused(place(node), node.isElement() ? "<#" + name + ">" : symbol));
        }
    }

    private void builtIn(Node node, @Nullable Node parent) {
        String name = node.text("key");
        if (!Allowed.BUILT_INS.contains(name)) {
            problems.add(SyntaxError.refused(placeOfName(node, name), "?" + name));
            return;
        }
        boolean isCalled = isCallOf(parent, node);
        if (Allowed.CALLED_AT_ONCE.contains(name) && !isCalled) {
            refuse(node, "?" + name + " needs its arguments at once", "Write them in round brackets after it.");
        }
        if (isCalled && parent != null) {
            arguments(name, parent.node("arguments").orElseThrow().nodes("items"));
        }
        if (name.equals("no_esc") && !isPlainText(node.node("target").orElseThrow())) {
            refuse(
                    node,
                    "?no_esc is only allowed on a text that stands in the template",
                    "A value from the data could otherwise become HTML of its own.");
        }
    }

    private void arguments(String name, List<Node> arguments) {
        boolean isFormat = name.equals("string") && arguments.size() == 1;
        if (!isFormat && !Allowed.LITERAL_ARGUMENTS.contains(name)) {
            return;
        }
        for (Node argument : arguments) {
            boolean isGood = isPlainText(argument) ? isShort(argument) : isSmallNumber(argument);
            if (!isGood) {
                refuse(
                        argument,
                        "the arguments of ?" + name + " must stand in the template",
                        "Write a text of at most " + LONGEST_ARGUMENT + " characters in quotes, or a small number.");
            }
        }
        if (usesPattern(name, arguments)) {
            refuse(arguments.get(0), "?" + name + " with a regular expression is not allowed", "Leave the r out.");
        }
    }

    /** A regular expression can be made to search for ever. */
    private static boolean usesPattern(String name, List<Node> arguments) {
        if (name.startsWith("ensure_")) {
            return arguments.size() > 1;
        }
        int flags = name.equals("replace") ? 2 : 1;
        boolean takesFlags = flags == 2 || name.equals("split") || name.startsWith("keep_");
        return takesFlags
                && arguments.size() > flags
                && arguments.get(flags).text("value").contains("r");
    }

    private static boolean isShort(Node text) {
        return text.text("value").length() <= LONGEST_ARGUMENT;
    }

    private static boolean isSmallNumber(Node node) {
        return node.isKind("NumberLiteral")
                && node.value("value") instanceof Number number
                && number.doubleValue() <= LARGEST_CHUNK;
    }

    static boolean isPlainText(Node node) {
        return node.isKind("StringLiteral") && node.value("dynamicValue") == null;
    }

    static boolean isCallOf(@Nullable Node parent, Node target) {
        return parent != null
                && parent.isKind("MethodCall")
                && parent.node("target").filter(target::isSame).isPresent();
    }

    private void specialVariable(Node node) {
        String name = node.text("name");
        if (!Allowed.SPECIAL_VARIABLES.contains(name)) {
            problems.add(SyntaxError.refused(place(node), "." + name));
        }
    }

    private void setting(Node node) {
        String key = node.text("key");
        if (!Allowed.SETTINGS.contains(key)) {
            problems.add(SyntaxError.refused(place(node), "the setting " + key));
        } else if (node.node("value").filter(v -> isPlainText(v) && isShort(v)).isEmpty()) {
            refuse(node, "the setting " + key + " must be a short text in quotes", "");
        }
    }

    private void include(Node node) {
        boolean hasOptions = node.value("encodingExp") != null
                || node.value("parseExp") != null
                || node.value("ignoreMissingExp") != null;
        if (hasOptions) {
            refuse(node, "<#include> takes a name and no options", "");
        }
        inclusion(node, node.node("includedTemplateNameExp").orElseThrow());
    }

    private void inclusion(Node node, Node name) {
        if (!mayInclude) {
            refuse(node, "a text of the campaign file cannot read other files", "Move it into a template.");
        } else if (isPlainText(name)) {
            inclusions.add(new Inclusion(name.text("value"), place(name)));
        } else {
            refuse(name, "the name of another template must be a text in quotes", "");
        }
    }

    private void range(Node node, @Nullable Node parent) {
        boolean isEndless = node.value("rho") == null;
        if (isEndless && !isSlice(parent, node) && !isListed(parent, node)) {
            refuse(
                    node,
                    "a range without an end is only allowed in square brackets or as the list of <#list>",
                    "Write where it ends, as in 1..10.");
        }
    }

    static boolean isSlice(@Nullable Node parent, Node range) {
        return parent != null
                && parent.kind().startsWith("DynamicKeyName")
                && parent.node("keyExpression").filter(range::isSame).isPresent();
    }

    static boolean isListed(@Nullable Node parent, Node range) {
        return parent != null && parent.isKind("IteratorBlock");
    }

    private void literal(Node node) {
        if (node.nodes("dynamicValue").size() > MOST_INTERPOLATIONS) {
            refuse(node, "a text in quotes holds at most " + MOST_INTERPOLATIONS + " values", "");
        }
    }

    private void assignment(Node node) {
        if (Integer.valueOf(PLUS_EQUALS).equals(node.value("operatorType"))) {
            refuse(node, "+= is not allowed in a template", "Write it out, as in <#assign total = total + 1>.");
        }
    }

    private void refuse(Node node, String message, String remedy) {
        problems.add(place(node), message, remedy);
    }

    private Place placeOfName(Node builtIn, String name) {
        return builtIn.source().endsWith(name)
                ? source.at(builtIn.endLine(), builtIn.endColumn() - name.length() + 1)
                : place(builtIn);
    }

    private Place place(Node node) {
        return source.at(node.line(), node.column());
    }
}
