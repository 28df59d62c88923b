package org.personalize.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known at one point of a template: local names, and paths that are certainly there. */
record Known(Map<String, String> names, Set<String> present, String list, boolean isGuarded) {

    /** A name that stands for nothing in the data. */
    static final String LOCAL = "";

    Known with(String name, String path) {
        if (name.isEmpty()) {
            return this;
        }
        var more = new HashMap<>(names);
        more.put(name, path);
        return new Known(more, present, list, isGuarded);
    }

    Known with(Set<String> paths) {
        if (paths.isEmpty()) {
            return this;
        }
        var more = new HashSet<>(present);
        more.addAll(paths);
        return new Known(names, more, list, isGuarded);
    }

    Known within(String listPath) {
        return new Known(names, present, listPath, isGuarded);
    }

    Known guarded() {
        return new Known(names, present, list, true);
    }

    /** The path that an expression names, blank when it begins with a name of the template's own. */
    Optional<String> path(Node node) {
        return switch (node.kind()) {
            case "Identifier" -> {
                String name = node.text("name");
                yield Optional.of(names.getOrDefault(name, name));
            }
            case "Dot", "DotBeforeMethodCall" -> step(node, "." + node.text("key"));
            case "DynamicKeyName", "DynamicKeyNameBeforeMethodCall" -> {
                Node key = node.node("keyExpression").orElseThrow();
                yield key.isKind("Range")
                        ? Optional.empty()
                        : step(node, Inspection.isPlainText(key) ? "." + key.text("value") : "[]");
            }
            case "firstBI", "lastBI" -> step(node, "[]");
            default -> Optional.empty();
        };
    }

    private Optional<String> step(Node node, String step) {
        return path(node.node("target").orElseThrow()).map(p -> p.isEmpty() ? LOCAL : p + step);
    }

    /** The list that is walked, behind a default or an order that is put on it. */
    String listPath(Node node) {
        return switch (node.kind()) {
            case "DefaultToExpression" -> listPath(node.node("lho").orElseThrow());
            case "ParentheticalExpression" -> listPath(node.node("nested").orElseThrow());
            case "DynamicKeyName", "sortBI", "reverseBI", "filterBI" ->
                path(node).orElseGet(() -> listPath(node.node("target").orElseThrow()));
            default -> path(node).orElse(LOCAL);
        };
    }

    /** The paths that are certainly there when a question is answered this way. */
    Set<String> present(Node question, boolean answer) {
        return switch (question.kind()) {
            case "ParentheticalExpression" -> present(question.node("nested").orElseThrow(), answer);
            case "NotExpression" -> present(question.node("target").orElseThrow(), !answer);
            case "AndExpression" -> answer ? both(question, true) : Set.of();
            case "OrExpression" -> answer ? Set.of() : both(question, false);
            case "ExistsExpression" -> answer ? pathsUnder(question.node("exp").orElseThrow()) : Set.of();
            case "has_contentBI" -> answer ? pathsUnder(question.node("target").orElseThrow()) : Set.of();
            case "ComparisonExpression" -> defaulted(question);
            default -> Set.of();
        };
    }

    private Set<String> both(Node node, boolean answer) {
        var paths = new HashSet<>(present(node.node("lho").orElseThrow(), answer));
        paths.addAll(present(node.node("rho").orElseThrow(), answer));
        return paths;
    }

    private Set<String> pathsUnder(Node node) {
        Node inner =
                node.isKind("ParentheticalExpression") ? node.node("nested").orElseThrow() : node;
        return path(inner).filter(p -> !p.isEmpty()).map(Set::of).orElse(Set.of());
    }

    /** Who compares {@code (customer.city!'')} with something has thought of the missing value. */
    private Set<String> defaulted(Node node) {
        var paths = new HashSet<String>();
        for (Node child : node.children()) {
            Node inner = child.isKind("ParentheticalExpression")
                    ? child.node("nested").orElseThrow()
                    : child;
            if (inner.isKind("DefaultToExpression")) {
                paths.addAll(pathsUnder(inner.node("lho").orElseThrow()));
            }
        }
        return paths;
    }
}
