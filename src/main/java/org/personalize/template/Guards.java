package org.personalize.template;

/** Puts a guard around every expression of a parsed template that could grow without an end. */
final class Guards {

    private Guards() {}

    static void put(Node node) {
        for (Node child : node.children()) {
            put(child);
            if (child.isKind("AddConcatExpression")) {
                node.guard(child, Guard.SUM);
            } else if (child.isKind("StringLiteral") && child.value("dynamicValue") != null) {
                node.guard(child, Guard.TEXT);
            }
        }
        if (node.isBuiltIn()) {
            builtIn(node);
        } else if (node.isKind("LocalLambdaExpression")) {
            node.node("rho").ifPresent(body -> node.guard(body, Guard.STEP));
        }
    }

    private static void builtIn(Node node) {
        if (Inspection.snake(node.text("key")).equals("join")) {
            node.node("target").ifPresent(list -> node.guard(list, Guard.JOIN));
        }
    }
}
