package org.personalize.template;

import java.util.ArrayList;
import java.util.List;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;

/** Reads a parsed template from end to end, and refuses everything that is not allowed, all mistakes at once. */
final class Inspection {

    private static final String REMEDY = "See the guide to templates for what a template may use.";

    private final Place file;
    private final Origin origin;
    private final Problems problems;

    /** Gives the place in what the user wrote for a place in what was parsed. */
    @FunctionalInterface
    interface Origin {
        Place of(int line, int column);
    }

    Inspection(Place file, Origin origin, Problems problems) {
        this.file = file;
        this.origin = origin;
        this.problems = problems;
    }

    void inspect(Node node) {
        var path = new ArrayList<Node>();
        walk(node, path);
    }

    private void walk(Node node, List<Node> path) {
        if (path.size() > DEEPEST) {
            problems.add(place(node), "it is nested more than " + DEEPEST + " deep", "Make it flatter.");
            return;
        }
        judge(node, path);
        path.add(node);
        node.children().forEach(child -> walk(child, path));
        path.remove(path.size() - 1);
    }

    private static final int DEEPEST = 200;

    private void judge(Node node, List<Node> path) {
        if (node.isBuiltIn()) {
            builtIn(node, path);
        } else if (node.isKind("BuiltinVariable")) {
            refuseUnless(Allowed.SPECIALS.contains(snake(node.text("name"))), node, "." + node.text("name"));
        } else if (node.isElement()) {
            element(node);
        } else if (!Allowed.EXPRESSIONS.contains(node.kind())) {
            refuse(node, node.symbol());
        } else if (node.isKind("Range")) {
            range(node, path);
        }
    }

    private void element(Node node) {
        if (!Allowed.ELEMENTS.contains(node.kind())) {
            refuse(node, "<" + node.symbol() + ">");
        } else if (node.isKind("LibraryLoad")) {
            literalName(node, "importedTemplateNameExp", "<#import>");
        } else if (node.isKind("Include")) {
            literalName(node, "includedTemplateNameExp", "<#include>");
        }
    }

    private void literalName(Node node, String field, String directive) {
        if (!node.node(field).filter(Inspection::isPlainText).isPresent()) {
            problems.add(place(node), directive + " needs the name of a file, in quotes", "Write it out.");
        }
    }

    private void builtIn(Node node, List<Node> path) {
        String name = snake(node.text("key"));
        if (!Allowed.BUILT_INS.contains(name)) {
            String nearest = Nearest.to(name, Allowed.BUILT_INS)
                    .map(n -> "; did you mean ?" + n + "?")
                    .orElse("");
            problems.add(place(node), "?" + name + " is not allowed in templates" + nearest, REMEDY);
        } else if (Allowed.LITERAL_ARGUMENTS.contains(name)) {
            arguments(node, path).stream()
                    .filter(argument -> !isShortText(argument))
                    .findFirst()
                    .ifPresent(argument -> problems.add(
                            place(argument),
                            "?" + name + " takes texts of at most " + Allowed.LONGEST_LITERAL_ARGUMENT
                                    + " characters that stand in the template, in quotes",
                            REMEDY));
        }
    }

    /** What stands in the brackets behind a built-in, whether FreeMarker keeps it in the built-in or in a call. */
    private static List<Node> arguments(Node builtIn, List<Node> path) {
        Node parent = path.isEmpty() ? null : path.get(path.size() - 1);
        if (parent != null
                && parent.isKind("MethodCall")
                && parent.node("target").filter(builtIn::isSame).isPresent()) {
            return parent.nodes("arguments").stream()
                    .flatMap(a -> a.nodes("items").stream())
                    .toList();
        }
        Node target = builtIn.node("target").orElse(null);
        return builtIn.children().stream()
                .filter(child -> target == null || !child.isSame(target))
                .toList();
    }

    /** Ranges are lazy, but whatever lists one at once would be as long as the range says. */
    private void range(Node node, List<Node> path) {
        Node parent = path.isEmpty() ? node : path.get(path.size() - 1);
        boolean isListed = parent.isKind("IteratorBlock");
        boolean isSlice = parent.isKind("DynamicKeyName")
                && parent.node("keyExpression").filter(node::isSame).isPresent();
        if (!isListed && !isSlice && !isShort(node)) {
            problems.add(
                    place(node),
                    "a range stands only in <#list …> or in [ ], or has plain numbers at most " + Guard.LONGEST_RANGE
                            + " apart",
                    REMEDY);
        }
    }

    private static boolean isShort(Node range) {
        List<Long> ends = range.children().stream()
                .filter(n -> n.isKind("NumberLiteral") && n.value("value") instanceof Number)
                .map(n -> ((Number) java.util.Objects.requireNonNull(n.value("value"))).longValue())
                .toList();
        return ends.size() == 2 && Math.abs(ends.get(1) - ends.get(0)) <= Guard.LONGEST_RANGE;
    }

    private static boolean isShortText(Node node) {
        return node.isKind("NumberLiteral")
                || (isPlainText(node) && node.text("value").length() <= Allowed.LONGEST_LITERAL_ARGUMENT);
    }

    private static boolean isPlainText(Node node) {
        return node.isKind("StringLiteral") && node.value("dynamicValue") == null;
    }

    private void refuseUnless(boolean isAllowed, Node node, String what) {
        if (!isAllowed) {
            refuse(node, what);
        }
    }

    private void refuse(Node node, String what) {
        problems.add(place(node), what + " is not allowed in templates", REMEDY);
    }

    private Place place(Node node) {
        return file.line() > 0 || file.file().isEmpty() ? file : origin.of(node.line(), node.column());
    }

    /** FreeMarker knows every name in two spellings. */
    static String snake(String name) {
        var snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
