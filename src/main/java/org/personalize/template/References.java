package org.personalize.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Template.Reference;

/** Finds every variable path that a template reads, and whether the template says what happens when it is missing. */
final class References {

    private static final Set<String> ASKING = Set.of("has_content");

    private final Inspection.Origin origin;
    private final List<Reference> found = new ArrayList<>();

    private References(Inspection.Origin origin) {
        this.origin = origin;
    }

    static List<Reference> of(Node root, Inspection.Origin origin) {
        var references = new References(origin);
        references.walk(root, Set.of(), false);
        return List.copyOf(references.found);
    }

    private void walk(Node node, Set<String> asked, boolean isGuarded) {
        String path = path(node);
        if (path != null) {
            found.add(new Reference(path, origin.of(node.line(), node.column()), isGuarded || asked.contains(path)));
            return;
        }
        Set<String> inside = asked;
        if (node.isKind("ConditionalBlock") || node.isKind("AndExpression")) {
            inside = new HashSet<>(asked);
            askedIn(node.isKind("AndExpression") ? node : node.node("condition").orElse(node), inside, 0);
        }
        for (Node child : node.children()) {
            walk(child, inside, isGuarding(node, child) || (isGuarded && !child.isElement()));
        }
    }

    /** Whether the parent says what happens when this child is missing. */
    private static boolean isGuarding(Node parent, Node child) {
        return parent.isKind("ExistsExpression")
                || (parent.isKind("DefaultToExpression")
                        && parent.node("lho").filter(child::isSame).isPresent())
                || (parent.isBuiltIn() && ASKING.contains(Inspection.snake(parent.text("key"))));
    }

    /** The paths whose presence a condition asks for. */
    private static void askedIn(Node condition, Set<String> asked, int depth) {
        if (depth > 8 || condition.isElement()) {
            return;
        }
        for (Node child : condition.children()) {
            if (isGuarding(condition, child)) {
                Stream.of(child).map(References::path).filter(p -> p != null).forEach(asked::add);
            }
            askedIn(child, asked, depth + 1);
        }
    }

    /** {@code customer.first_name} for a chain of names; null for anything else. A call ends in brackets. */
    static @Nullable String path(Node node) {
        if (node.isKind("Identifier")) {
            return node.text("name");
        }
        if (node.isKind("Dot") || node.isKind("DotBeforeMethodCall")) {
            String target = node.node("target").map(References::path).orElse(null);
            return target == null ? null : target + '.' + node.text("key");
        }
        return null;
    }
}
