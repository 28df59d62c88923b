package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.personalize.history.Messages;
import org.personalize.measure.Arm;
import org.personalize.measure.Prior;

/** What the sender's other campaigns brought: how much can be expected of a new one, before anything is known of it. */
final class PastRates {

    private PastRates() {}

    /** @param campaign the number of the one that is asked about, which is left aside */
    static Prior prior(Messages messages, Gains gains, int campaign, Duration window, Instant now) {
        var arms = new TreeMap<Integer, Arm>();
        for (int message = 0; message < messages.size(); message++) {
            int other = messages.campaign(message);
            long from = messages.second(message);
            long to = from + window.toSeconds();
            if (other > 0 && other != campaign && to <= now.getEpochSecond()) {
                double gain = gains.of(messages.person(message), other, from, to);
                arms.computeIfAbsent(other, number -> new Arm()).add(1, gain);
            }
        }
        return Prior.of(List.copyOf(arms.values()));
    }
}
