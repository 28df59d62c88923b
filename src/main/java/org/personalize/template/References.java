package org.personalize.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds every path of the data that a template reads, such as {@code customer.first_name}, and whether the template
 * says what happens when the value is missing. A member of a list is written {@code []}, a call {@code ()}; names that
 * the template makes itself (assignments, macros and their parameters) are left out.
 */
final class References {

    /** Built-ins that ask where a loop is, and do not read what it is about. */
    private static final Set<String> OF_THE_LOOP = Set.of(
            "counter",
            "has_next",
            "index",
            "is_even_item",
            "is_first",
            "is_last",
            "is_odd_item",
            "item_cycle",
            "item_parity");

    private final Parsed file;
    private final List<Template.Reference> found;

    private References(Parsed file, List<Template.Reference> found) {
        this.file = file;
        this.found = found;
    }

    /** To be called before checks are woven into the trees. */
    static List<Template.Reference> in(Collection<Parsed> files) {
        var names = new HashMap<String, String>();
        files.forEach(f -> f.root().ifPresent(root -> declare(root, names)));
        var found = new ArrayList<Template.Reference>();
        var known = new Known(Map.copyOf(names), Set.of(), Known.LOCAL, false);
        for (Parsed parsed : files) {
            parsed.root().ifPresent(root -> new References(parsed, found).visit(root, known));
        }
        return List.copyOf(found);
    }

    private static void declare(Node node, Map<String, String> names) {
        switch (node.kind()) {
            case "Macro" -> names.put(node.text("name"), Known.LOCAL);
            case "Assignment" -> names.put(node.text("variableName"), Known.LOCAL);
            case "BlockAssignment" -> names.put(node.text("varName"), Known.LOCAL);
            case "LibraryLoad" -> names.put(node.text("targetNsVarName"), Known.LOCAL);
            default -> {}
        }
        node.children().forEach(child -> declare(child, names));
    }

    private void visit(Node node, Known known) {
        Optional<String> path = known.path(node);
        if (path.isPresent()) {
            read(node, path.get(), known);
            keys(node, known);
            return;
        }
        switch (node.kind()) {
            case "MethodCall" -> call(node, known);
            case "DefaultToExpression" -> {
                node.node("lho").ifPresent(n -> visit(n, known.guarded()));
                node.node("rho").ifPresent(n -> visit(n, known));
            }
            case "ExistsExpression" -> visitAll(node, known.guarded());
            case "AndExpression" -> sides(node, known, true);
            case "OrExpression" -> sides(node, known, false);
            case "IfBlock" -> arms(node.children(), known);
            case "ConditionalBlock" -> arms(List.of(node), known);
            case "IteratorBlock" -> loop(node, known);
            case "Items" ->
                body(
                        node,
                        known.with(node.text("loopVarName"), member(known.list()))
                                .with(node.text("loopVar2Name"), Known.LOCAL));
            case "Macro" -> body(node, parameters(node, known));
            case "UnifiedCall" -> body(node, bodyParameters(node, known));
            case "LocalLambdaExpression" -> body(node, lambdaParameters(node, known));
            case "has_contentBI" -> visitAll(node, known.guarded());
            case "then_BI" -> choice(node, known);
            default -> {
                if (!node.isBuiltIn() || !OF_THE_LOOP.contains(node.text("key"))) {
                    visitAll(node, known);
                }
            }
        }
    }

    private void visitAll(Node node, Known known) {
        node.children().forEach(child -> visit(child, known));
    }

    private void body(Node node, Known known) {
        visitAll(node, known);
    }

    private void read(Node node, String path, Known known) {
        if (!path.isEmpty()) {
            boolean isGuarded = known.isGuarded() || known.present().contains(path);
            found.add(new Template.Reference(path, file.at(node), isGuarded));
        }
    }

    /** Within a path, as in {@code prices[customer.country]}, other paths may be read. */
    private void keys(Node node, Known known) {
        if (node.kind().startsWith("DynamicKeyName")) {
            node.node("keyExpression").ifPresent(key -> visit(key, known));
        }
        if (!node.isKind("Identifier")) {
            node.node("target").ifPresent(target -> keys(target, known));
        }
    }

    private void call(Node node, Known known) {
        Node target = node.node("target").orElseThrow();
        Optional<String> path = known.path(target);
        if (path.isPresent()) {
            if (!path.get().isEmpty()) {
                read(node, path.get() + "()", known);
            }
        } else {
            visit(target, known);
        }
        node.node("arguments").ifPresent(arguments -> visitAll(arguments, known));
    }

    private void sides(Node node, Known known, boolean truth) {
        Node left = node.node("lho").orElseThrow();
        visit(left, known);
        visit(node.node("rho").orElseThrow(), known.with(known.present(left, truth)));
    }

    private void choice(Node node, Known known) {
        Node question = node.node("target").orElseThrow();
        visit(question, known);
        node.node("whenTrueExp").ifPresent(n -> visit(n, known.with(known.present(question, true))));
        node.node("whenFalseExp").ifPresent(n -> visit(n, known.with(known.present(question, false))));
    }

    /** Each arm knows that the questions before it were answered with no. */
    private void arms(List<Node> arms, Known known) {
        Known now = known;
        for (Node arm : arms) {
            Optional<Node> question = arm.isKind("ConditionalBlock") ? arm.node("condition") : Optional.empty();
            Known before = now;
            question.ifPresent(q -> visit(q, before));
            Known inside =
                    question.map(q -> before.with(before.present(q, true))).orElse(before);
            arm.children().stream()
                    .filter(child -> question.filter(child::isSame).isEmpty())
                    .forEach(child -> visit(child, inside));
            now = question.map(q -> before.with(before.present(q, false))).orElse(before);
        }
    }

    private void loop(Node node, Known known) {
        Node listed = node.node("listedExp").orElseThrow();
        visit(listed, known);
        String path = known.listPath(listed);
        boolean isHash = Boolean.TRUE.equals(node.value("hashListing"));
        Known inside = known.within(path)
                .with(node.text("loopVar1Name"), isHash ? Known.LOCAL : member(path))
                .with(node.text("loopVar2Name"), Known.LOCAL);
        node.children().stream().filter(child -> !child.isSame(listed)).forEach(child -> visit(child, inside));
    }

    private static String member(String list) {
        return list.isEmpty() ? Known.LOCAL : list + "[]";
    }

    private static Known parameters(Node macro, Known known) {
        Known inside = known.with(macro.text("catchAllParamName"), Known.LOCAL);
        for (String name : (String[]) Objects.requireNonNull(macro.value("paramNames"))) {
            inside = inside.with(name, Known.LOCAL);
        }
        return inside;
    }

    private static Known bodyParameters(Node call, Known known) {
        Known inside = known;
        if (call.value("bodyParameterNames") instanceof List<?> names) {
            for (Object name : names) {
                inside = inside.with(name.toString(), Known.LOCAL);
            }
        }
        return inside;
    }

    private static Known lambdaParameters(Node lambda, Known known) {
        Known inside = known;
        for (Node parameter : lambda.lambdaParameters()) {
            inside = inside.with(parameter.text("name"), Known.LOCAL);
        }
        return inside;
    }
}
