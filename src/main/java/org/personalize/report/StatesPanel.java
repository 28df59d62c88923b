package org.personalize.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.plan.Reason;
import org.personalize.report.Shares.Share;

/** How many people are where: who got the mail, who waits for it, and who gets none and why. */
record StatesPanel(Map<String, Long> states, Map<Reason, Long> skipped) {

    private static final String PLAIN_MAIL = "plain_mail";

    /** Counts of people who are counted under other words as well. */
    private static final Set<String> SUMS = Set.of("planned", PLAIN_MAIL, "skipped");

    Markup markup() {
        var panel = new Markup();
        panel.open("section", "class", "panel", "aria-labelledby", "people");
        panel.element("h3", "Who got it", "id", "people");
        panel.add(new Shares("How many people are in which state", people()).stacked());
        long plain = states.getOrDefault(PLAIN_MAIL, 0L);
        if (plain > 0) {
            panel.element(
                    "p", Plain.count(plain) + " of the mails are the plain one, to compare with.", "class", "hint");
        }
        if (!skipped.isEmpty()) {
            panel.element("h4", "Why some were left out");
            panel.add(new Shares("Why people were left out", reasons()).bars());
        }
        return panel.close();
    }

    private List<Share> people() {
        List<Share> people = new ArrayList<>();
        states.forEach((state, number) -> {
            if (number > 0 && !SUMS.contains(state)) {
                people.add(new Share(inWords(state), number, tone(state)));
            }
        });
        long leftOut = skipped.values().stream().mapToLong(Long::longValue).sum();
        if (leftOut > 0) {
            people.add(new Share("left out, for the reasons below", leftOut, "left"));
        }
        return people;
    }

    private List<Share> reasons() {
        return skipped.entrySet().stream()
                .map(entry -> new Share(Plain.why(entry.getKey()), entry.getValue(), "left"))
                .toList();
    }

    private static String inWords(String state) {
        return switch (state) {
            case "no_mail" -> "get no mail, to compare with";
            case "waiting" -> "wait for their hour";
            case "due" -> "are due now";
            case "accepted" -> "accepted by the relay";
            case "deferred" -> "put off by the relay, tried again";
            case "refused" -> "refused by the relay";
            case "doubtful" -> "may have arrived or not";
            case "expired" -> "came too late and were given up";
            case "held" -> "held because of an error";
            default -> state.replace('_', ' ');
        };
    }

    private static String tone(String state) {
        return switch (state) {
            case "accepted" -> "good";
            case "no_mail" -> "calm";
            case "refused", "doubtful", "expired", "held" -> "bad";
            default -> "left";
        };
    }
}
