package org.personalize.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.personalize.plan.Reason;
import org.personalize.report.Shares.Share;

/** How many people are where: who got the mail, who waits for it, and who gets none and why. */
record StatesPanel(Map<String, Long> states, Map<Reason, Long> skipped) {

    Markup markup() {
        var panel = new Markup();
        panel.open("section", "class", "panel", "aria-labelledby", "people");
        panel.element("h3", "Who got it", "id", "people");
        panel.add(new Shares("How many people are in which state", people()).stacked());
        if (!skipped.isEmpty()) {
            panel.element("h4", "Left out after their mail was planned");
            panel.add(new Shares("Why people were left out", reasons()).bars());
        }
        return panel.close();
    }

    private List<Share> people() {
        List<Share> people = new ArrayList<>();
        states.forEach((state, number) -> {
            if (number > 0) {
                people.add(new Share(inWords(state), number, tone(state)));
            }
        });
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
            case "skipped" -> "left out after it was planned";
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
