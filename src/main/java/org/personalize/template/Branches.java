package org.personalize.template;

import freemarker.template.TemplateDirectiveModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.personalize.problem.Place;
import org.personalize.template.Template.Branch;

/** Numbers the branches of a room's templates, and makes each note in passing that it was walked. */
final class Branches {

    /** Under this key a rendering keeps the branches it walked. */
    static final Object WALKED = new Object();

    private static final int LONGEST_EXCERPT = 60;

    private final List<Branch> known = new ArrayList<>();

    /** Marks every branch of one file. */
    synchronized void mark(Node root, String file) {
        if (root.isKind("ConditionalBlock")
                || root.isKind("Case")
                || root.isKind("On")
                || root.isKind("IteratorBlock")
                || root.isKind("ElseOfList")) {
            int number = known.size();
            known.add(new Branch(Place.line(file, root.line()), excerpt(root)));
            root.prepend(directive(number));
        }
        root.children().stream().filter(Node::isElement).forEach(child -> mark(child, file));
    }

    synchronized List<Branch> all() {
        return List.copyOf(known);
    }

    private static TemplateDirectiveModel directive(int number) {
        return (environment, parameters, loopVariables, body) -> {
            if (environment.getCustomState(WALKED) instanceof BitSet walked) {
                walked.set(number);
            }
        };
    }

    private static String excerpt(Node node) {
        String line = node.source().strip().split("\\R", 2)[0];
        int end = line.indexOf('>');
        String tag = end < 0 || line.startsWith("<#else>") ? line : line.substring(0, Math.min(line.length(), end + 1));
        return tag.length() > LONGEST_EXCERPT ? tag.substring(0, LONGEST_EXCERPT) + "…" : tag;
    }
}
