package org.personalize.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;

/**
 * Fills {@code ${env.NAME}} from the environment, as a whole value and under three keys only, and knows which values no
 * message may show.
 */
final class Secrets {

    private static final Pattern WHOLE = Pattern.compile("\\$\\{env\\.([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String HINT = "${env.";
    private static final Set<String> HIDDEN = Set.of("smtp.password", "smtp.username", "ledger");

    /** The keys under which the environment may be used, and the demand without which a missing variable is no matter. */
    private static final Map<String, Demand> OPEN =
            Map.of("smtp", Demand.SMTP, "ledger", Demand.LEDGER, "secret", Demand.SECRET);

    private final Map<String, String> environment;
    private final Set<Demand> demands;
    private final Problems problems;

    Secrets(Map<String, String> environment, Set<Demand> demands, Problems problems) {
        this.environment = environment;
        this.demands = demands;
        this.problems = problems;
    }

    /** Whether the value of a key may be a secret even when it stands in the file. */
    static boolean mayHold(String path) {
        return HIDDEN.contains(path);
    }

    static boolean mayUseEnvironment(String key) {
        return OPEN.containsKey(key);
    }

    Node.Mapping fill(Node.Mapping top) {
        Map<String, Node.Entry> filled = new LinkedHashMap<>();
        top.entries().forEach((key, entry) -> {
            Node value = filled(key, key, entry.value());
            filled.put(key, new Node.Entry(entry.key(), value));
        });
        return new Node.Mapping(filled, top.place(), top.folder());
    }

    private Node filled(String top, String path, Node node) {
        if (node instanceof Node.Scalar scalar) {
            return filledText(top, path, scalar);
        }
        if (node instanceof Node.Sequence list) {
            List<Node> elements =
                    list.elements().stream().map(n -> filled(top, path, n)).toList();
            return new Node.Sequence(elements, list.place(), list.folder());
        }
        Node.Mapping map = (Node.Mapping) node;
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        map.entries()
                .forEach((key, entry) ->
                        entries.put(key, new Node.Entry(entry.key(), filled(top, path + "." + key, entry.value()))));
        return new Node.Mapping(entries, map.place(), map.folder());
    }

    private Node filledText(String top, String path, Node.Scalar scalar) {
        if (!scalar.text().contains(HINT)) {
            return scalar;
        }
        if (!mayUseEnvironment(top)) {
            refuse(scalar, path, "is not filled from the environment here", "smtp, ledger and secret may use it.");
            return scalar;
        }
        Matcher form = WHOLE.matcher(scalar.text().strip());
        if (!form.matches()) {
            refuse(scalar, path, "must be the whole value", "Put the whole value into the variable.");
            return absent(scalar);
        }
        String value = environment.getOrDefault(form.group(1), "");
        if (!value.isEmpty()) {
            return new Node.Scalar(value, Node.Scalar.Style.QUOTED, true, scalar.place(), scalar.folder());
        }
        if (demands.contains(OPEN.get(top))) {
            String name = form.group(1);
            problems.add(
                    scalar.place(),
                    path + ": the environment has no variable " + name,
                    "Set " + name + " and run again.");
        }
        return absent(scalar);
    }

    private void refuse(Node.Scalar scalar, String path, String message, String remedy) {
        Place place = scalar.place();
        problems.add(place, path + ": ${env.…} " + message, remedy);
    }

    private static Node.Scalar absent(Node.Scalar scalar) {
        return new Node.Scalar("~", Node.Scalar.Style.PLAIN, true, scalar.place(), scalar.folder());
    }
}
