package org.personalize.history;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.template.Condition.Answer;
import org.personalize.template.Fields;
import org.personalize.template.RenderFailure;

/** Which events count as wanting an item, and how much. Weights are kept once and named by number. */
final class Signals {

    /** What an event's name means; its rule is null where the campaign gives the name no weight. */
    record Meaning(Kind kind, @Nullable SignalRule rule, int weight, boolean isSoftBounce) {}

    /** The weight of a rating whose scale is known only when all have been read. */
    static final int PENDING = Mark.MOST_WEIGHTS - 1;

    private static final int MOST_NAMES = 1000;

    private final List<SignalRule> rules;
    private final ZoneId zone;
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final BitSet met = new BitSet();

    Signals(List<SignalRule> rules, ZoneId zone) {
        if (rules.size() >= PENDING - 1) {
            throw new InputProblem(
                    Place.NOWHERE, "expected at most " + (PENDING - 2) + " signals, found " + rules.size(), "");
        }
        this.rules = List.copyOf(rules);
        this.zone = zone;
    }

    /** Weight by number: 0 counts for nothing, then the rules in their order, then a rating without a rule. */
    float[] weights() {
        var weights = new float[rules.size() + 2];
        for (int i = 0; i < rules.size(); i++) {
            weights[i + 1] = rules.get(i).weight();
        }
        weights[rules.size() + 1] = SignalRule.RATING_WEIGHT;
        return weights;
    }

    /** The number of the weight that a good rating has where no condition says what good is. */
    int ratingWeight() {
        int own = ruleFor(Kind.RATING.word());
        return own < 0 ? rules.size() + 1 : own + 1;
    }

    Meaning meaning(String event) {
        Meaning known = meanings.get(event);
        if (known != null) {
            return known;
        }
        Meaning found = find(event);
        if (meanings.size() < MOST_NAMES) {
            meanings.put(event, found);
        }
        return found;
    }

    private Meaning find(String event) {
        Kind kind = Kind.of(event);
        int exact = ruleFor(event);
        int rule = exact < 0 && kind != Kind.OTHER ? ruleFor(kind.word()) : exact;
        boolean isSoft = kind == Kind.BOUNCE && Kind.isSoft(event);
        met.set(rule + 1);
        return rule < 0 ? new Meaning(kind, null, 0, isSoft) : new Meaning(kind, rules.get(rule), rule + 1, isSoft);
    }

    private int ruleFor(String event) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).event().equalsIgnoreCase(event)) {
                return i;
            }
        }
        return -1;
    }

    /** Of the campaign's own names those that no event bears; usual events may well be missing for a while. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            String name = rules.get(i).event();
            if (!met.get(i + 1) && Kind.of(name) == Kind.OTHER) {
                notes.add("signals gives a weight to " + name + ", and no event is called that" + meant(name));
            }
        }
        return notes;
    }

    private String meant(String name) {
        Set<String> known = new TreeSet<>(meanings.keySet());
        Stream.of(Kind.values())
                .filter(kind -> kind != Kind.OTHER)
                .map(Kind::word)
                .forEach(known::add);
        return Nearest.to(name, known)
                .map(near ->
                        "; did you mean " + near + (find(near).rule() == null ? ", which weighs nothing now?" : "?"))
                .orElse(".");
    }

    /** The number of the weight that one event has. */
    int weight(Meaning meaning, Fields scope, EventCounts counts) {
        boolean isConditional = meaning.rule() != null && meaning.rule().when() != null;
        if (meaning.kind() == Kind.RATING && !isConditional) {
            return PENDING;
        }
        if (meaning.rule() == null || meaning.rule().when() == null) {
            return meaning.weight();
        }
        try {
            Answer answer = meaning.rule().when().ask(scope, zone);
            if (answer == Answer.MISSING) {
                counts.add(Tally.SIGNAL_VALUES_MISSING);
            }
            return answer == Answer.YES ? meaning.weight() : 0;
        } catch (RenderFailure e) {
            counts.failed(meaning.rule(), e);
            return 0;
        }
    }
}
