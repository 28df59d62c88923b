package org.personalize.template;

import freemarker.core.Environment;
import freemarker.core._CoreAPI;
import freemarker.template.TemplateDirectiveModel;
import java.io.StringWriter;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Works checks into an inspected tree: guards around expressions that can grow, a look at the interrupt flag in every
 * loop, a bound on the depth of macros and on captured text, and a mark at the beginning of every branch.
 */
final class Weaving {

    /** Elements within elements, macros within macros; about thirty levels for every macro that calls itself. */
    static final int DEEPEST = 300;

    /** Under this key an environment holds the set of branches that were walked. */
    static final Object WALKED = new Object();

    private static final Set<String> BRANCHES = Set.of("ConditionalBlock", "Case", "On", "IteratorBlock", "ElseOfList");
    private static final VarHandle DEPTH = EnvironmentField.of("instructionStackSize", int.class);

    private static final TemplateDirectiveModel CHECK_DEPTH = (environment, arguments, variables, body) -> {
        if ((int) DEPTH.get(environment) > DEEPEST) {
            throw new LimitReached("macros or functions call each other more than " + DEEPEST + " levels deep");
        }
    };

    private static final TemplateDirectiveModel CHECK_CAPTURE = (environment, arguments, variables, body) -> {
        if (environment.getOut() instanceof StringWriter captured) {
            Guard.check(captured.getBuffer().length());
        }
    };

    private final List<Template.Branch> branches = new ArrayList<>();

    private Weaving() {}

    /** Changes the trees; gives the branches in the order of their numbers. */
    static List<Template.Branch> into(Collection<Parsed> files) {
        var weaving = new Weaving();
        for (Parsed file : files) {
            _CoreAPI.addThreadInterruptedChecks(file.template());
            file.root().ifPresent(root -> weaving.weave(root, file));
        }
        return List.copyOf(weaving.branches);
    }

    /** Whether anything within it goes through a guard now. */
    private boolean weave(Node node, Parsed file) {
        if (BRANCHES.contains(node.kind())) {
            mark(node, file);
        }
        boolean isGuarded = false;
        for (Node child : node.children()) {
            isGuarded |= weave(child, file);
            isGuarded |= guard(node, child);
        }
        if (isGuarded) {
            node.forgetConstant();
        }
        if (node.isKind("Macro")) {
            node.prepend(CHECK_DEPTH);
        } else if (node.isKind("BlockAssignment")) {
            node.append(CHECK_CAPTURE);
        }
        return isGuarded;
    }

    private void mark(Node node, Parsed file) {
        int number = branches.size();
        branches.add(new Template.Branch(file.at(node), file.source().excerpt(node.line(), node.column())));
        node.prepend(
                (environment, arguments, variables, body) -> walked(environment).set(number));
    }

    private static BitSet walked(Environment environment) {
        return (BitSet) environment.getCustomState(WALKED);
    }

    private static boolean guard(Node parent, Node child) {
        Node guarded = child;
        for (Guard guard : guards(parent, child)) {
            guarded = parent.guard(guarded, guard);
        }
        return guarded != child;
    }

    /** By what the expression is, and then by where it stands; from the inside out. */
    private static List<Guard> guards(Node parent, Node child) {
        var guards = new ArrayList<Guard>(ofResult(parent, child));
        if (parent.isKind("LocalLambdaExpression")) {
            guards.add(Guard.STEP);
        } else if (parent.isBuiltIn() && parent.text("key").equals("join")) {
            guards.add(Guard.JOIN);
        }
        return guards;
    }

    private static List<Guard> ofResult(Node parent, Node child) {
        if (child.isBuiltIn()) {
            return Inspection.isCallOf(parent, child) ? List.of() : ofBuiltIn(child.text("key"));
        }
        return switch (child.kind()) {
            case "AddConcatExpression" -> List.of(Guard.SUM);
            case "StringLiteral" -> Inspection.isPlainText(child) ? List.of() : List.of(Guard.TEXT);
            case "Range" ->
                Inspection.isSlice(parent, child) || Inspection.isListed(parent, child)
                        ? List.of()
                        : List.of(Guard.RANGE);
            case "MethodCall" ->
                child.node("target")
                        .filter(Node::isBuiltIn)
                        .map(builtIn -> ofBuiltIn(builtIn.text("key")))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private static List<Guard> ofBuiltIn(String name) {
        if (Allowed.GROWING.contains(name)) {
            return List.of(Guard.TEXT);
        }
        return name.equals("date") ? List.of(Guard.DAY) : List.of();
    }
}
