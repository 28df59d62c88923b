package org.personalize.plan;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What changed between two plans in what they came from, so that a change in a plan can be traced to it. */
public final class PlanCauses {

    private final List<Difference> differences;
    private final Set<Cause> causes;
    private final Map<PlanChange.Kind, String> words = new EnumMap<>(PlanChange.Kind.class);

    private PlanCauses(List<Difference> differences) {
        this.differences = List.copyOf(differences);
        causes = differences.stream().map(Difference::cause).collect(Collectors.toCollection(LinkedHashSet::new));
        for (PlanChange.Kind kind : PlanChange.Kind.values()) {
            words.put(kind, find(kind));
        }
    }

    /** Of what kind an input is. */
    public enum Cause {
        DATA,
        MODEL,
        SETTINGS,
        TEMPLATE,
        /** Another version of the program, of Java or of the time zones. */
        TOOL,
        /** What was sent, promised or suppressed meanwhile. */
        LEDGER,
        /** Another {@code --now}. */
        CLOCK,
        /** The older plan does not say what it came from. */
        UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param what such as {@code customers.csv} */
    public record Difference(Cause cause, String what) {}

    public static PlanCauses between(PlanHead before, PlanHead after) {
        List<Difference> differences = new ArrayList<>();
        if (!before.isKnown()) {
            differences.add(new Difference(Cause.UNKNOWN, "the older plan carries no fingerprints"));
            return new PlanCauses(differences);
        }
        inputs(before.origin(), after.origin(), differences);
        note(differences, Cause.SETTINGS, "seed", before.seed(), after.seed());
        note(
                differences,
                Cause.TOOL,
                "personalize",
                before.origin().version(),
                after.origin().version());
        note(
                differences,
                Cause.TOOL,
                "Java",
                before.origin().java(),
                after.origin().java());
        note(
                differences,
                Cause.TOOL,
                "time zones",
                before.origin().timeZones(),
                after.origin().timeZones());
        note(
                differences,
                Cause.LEDGER,
                "ledger",
                before.origin().ledger(),
                after.origin().ledger());
        note(
                differences,
                Cause.CLOCK,
                "now",
                before.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                after.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return new PlanCauses(differences);
    }

    private static void note(List<Difference> differences, Cause cause, String what, String before, String after) {
        if (!before.equals(after)) {
            boolean isReadable = cause == Cause.TOOL || cause == Cause.CLOCK;
            differences.add(new Difference(cause, isReadable ? what + " " + before + " → " + after : what));
        }
    }

    private static void inputs(Origin before, Origin after, List<Difference> differences) {
        Map<String, Fingerprint> old = byName(before);
        Map<String, Fingerprint> fresh = byName(after);
        Set<String> names = new LinkedHashSet<>(fresh.keySet());
        names.addAll(old.keySet());
        for (String name : names) {
            Fingerprint one = old.get(name);
            Fingerprint other = fresh.get(name);
            if (one == null && other != null) {
                differences.add(new Difference(cause(other.role()), other.file() + " is new"));
            } else if (other == null && one != null) {
                differences.add(new Difference(cause(one.role()), one.file() + " is gone"));
            } else if (one != null && other != null && !one.sha256().equals(other.sha256())) {
                differences.add(new Difference(cause(other.role()), other.file()));
            }
        }
    }

    private static Map<String, Fingerprint> byName(Origin origin) {
        Map<String, Fingerprint> found = new LinkedHashMap<>();
        origin.inputs().forEach(input -> found.put(input.role() + ' ' + input.file(), input));
        return found;
    }

    private static Cause cause(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "campaign", "workspace" -> Cause.SETTINGS;
            case "template" -> Cause.TEMPLATE;
            case "model" -> Cause.MODEL;
            default -> Cause.DATA;
        };
    }

    public List<Difference> differences() {
        return differences;
    }

    /** Those of the causes that can have this effect, in words; all of them where none of these can. */
    String of(PlanChange.Kind kind) {
        return words.getOrDefault(kind, "");
    }

    private String find(PlanChange.Kind kind) {
        Set<Cause> possible = EnumSet.copyOf(possible(kind));
        Set<Cause> found =
                causes.stream().filter(possible::contains).collect(Collectors.toCollection(LinkedHashSet::new));
        return words(found.isEmpty() ? causes : found);
    }

    private static Set<Cause> possible(PlanChange.Kind kind) {
        return switch (kind) {
            case ADDED, REMOVED, STATUS ->
                EnumSet.of(Cause.DATA, Cause.SETTINGS, Cause.LEDGER, Cause.CLOCK, Cause.UNKNOWN);
            case MOVED, CONTENT ->
                EnumSet.of(
                        Cause.DATA, Cause.MODEL, Cause.SETTINGS, Cause.LEDGER, Cause.CLOCK, Cause.TOOL, Cause.UNKNOWN);
            case VARIANT -> EnumSet.of(Cause.DATA, Cause.SETTINGS, Cause.LEDGER, Cause.UNKNOWN);
            case GROUP -> EnumSet.of(Cause.SETTINGS, Cause.UNKNOWN);
        };
    }

    private static String words(Set<Cause> causes) {
        return causes.stream().map(Cause::word).collect(Collectors.joining("|"));
    }
}
