package org.personalize.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.personalize.audience.Audience;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Group;
import org.personalize.render.Finding;
import org.personalize.render.Mail;

/**
 * Finds, among all mails, those worth looking at: the extremes, the oddities, and one for every variant, language, warning
 * and branch of the template. Mails are shown to it in the order of the people; the first of equals is kept.
 */
final class EdgeCases {

    private static final char FIRST_BEYOND_LATIN = '\u0250';

    private final Audience audience;
    private final Map<String, List<String>> branchNames;
    private final SortedMap<String, Integer> firsts = new TreeMap<>();
    private final Map<String, Extreme> extremes = new LinkedHashMap<>();
    private final Map<String, BitSet> walked = new TreeMap<>();

    private record Extreme(int person, long size) {}

    /** @param branchNames language to what each branch of its template is called, by its number */
    EdgeCases(Audience audience, Map<String, List<String>> branchNames) {
        this.audience = audience;
        this.branchNames = Map.copyOf(branchNames);
    }

    void take(Mail mail, Decision decision) {
        String name = mail.fullName() == null ? "" : mail.fullName();
        extreme("longest name", mail.person(), name.codePointCount(0, name.length()));
        extreme("largest mail", mail.person(), mail.html().length());
        extreme(
                "longest subject",
                mail.person(),
                mail.subject().codePointCount(0, mail.subject().length()));
        extreme("missing fields", mail.person(), audience.blanks(mail.person()));
        first("variant " + mail.variant() + ", language " + mail.language(), mail.person());
        if (isForeign(name)) {
            foreign(name, mail.person());
        }
        if (decision.group() == Group.PLAIN_MAIL) {
            first("plain mail", mail.person());
        }
        decision.slots().forEach((slot, chosen) -> {
            if (chosen.isEmpty()) {
                first("empty slot " + slot, mail.person());
            }
        });
        for (Finding finding : mail.findings()) {
            first("warning " + finding.rule(), mail.person());
        }
        branches(mail);
    }

    /** Whether a name has other letters than those of Latin scripts; most have none. */
    private static boolean isForeign(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= FIRST_BEYOND_LATIN) {
                return true;
            }
        }
        return false;
    }

    private void foreign(String name, int person) {
        if (name.codePoints().anyMatch(EdgeCases::isRightToLeft)) {
            first("right-to-left", person);
        }
        if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            first("emoji", person);
        }
    }

    /** Who is worth looking at, and why, in the order of the people. */
    SortedMap<Integer, List<String>> found() {
        SortedMap<Integer, List<String>> found = new TreeMap<>();
        extremes.forEach((label, extreme) -> label(found, extreme.person(), label));
        firsts.forEach((label, person) -> label(found, person, label));
        return found;
    }

    /** Language to the branches of its template that somebody's mail walked. */
    Map<String, BitSet> walked() {
        return walked;
    }

    private void branches(Mail mail) {
        BitSet known = walked.computeIfAbsent(mail.language(), l -> new BitSet());
        List<String> names = branchNames.getOrDefault(mail.language(), List.of());
        for (int branch = mail.branches().nextSetBit(0);
                branch >= 0;
                branch = mail.branches().nextSetBit(branch + 1)) {
            if (!known.get(branch) && branch < names.size()) {
                first("branch " + names.get(branch), mail.person());
            }
        }
        known.or(mail.branches());
    }

    private void extreme(String label, int person, long size) {
        Extreme known = extremes.get(label);
        if (size > (known == null ? 0 : known.size())) {
            extremes.put(label, new Extreme(person, size));
        }
    }

    private void first(String label, int person) {
        firsts.putIfAbsent(label, person);
    }

    private static void label(Map<Integer, List<String>> found, int person, String label) {
        found.computeIfAbsent(person, p -> new ArrayList<>()).add(label);
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
