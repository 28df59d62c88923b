package org.personalize.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.personalize.report.CampaignReport.Span;
import org.personalize.report.TimeLine.Step;

/** Counts what happened in each hour or on each day, by UTC, from that of the first mail on. */
final class StepCounts {

    /** As long as hours can be told apart in a drawing. */
    private static final Duration LONGEST_IN_HOURS = Duration.ofDays(5);

    private static final int MOST_STEPS = 366;

    private final Optional<Span> sending;
    private final Duration step;
    private final long start;
    private final int size;
    private final long[] mails;
    private final long[] clicked;
    private final long[] bought;
    private final long[] unsubscribed;

    /** @param end what comes later is not shown */
    StepCounts(Optional<Span> sending, Instant end) {
        this.sending = sending;
        Duration length =
                sending.map(span -> Duration.between(span.first(), end)).orElse(Duration.ZERO);
        step = length.compareTo(LONGEST_IN_HOURS) <= 0 ? Duration.ofHours(1) : Duration.ofDays(1);
        start = Math.floorDiv(first(sending), step.toSeconds()) * step.toSeconds();
        size = (int) Math.min(MOST_STEPS, 1 + Math.max(0, end.getEpochSecond() - start) / step.toSeconds());
        mails = new long[size];
        clicked = new long[size];
        bought = new long[size];
        unsubscribed = new long[size];
    }

    private static long first(Optional<Span> sending) {
        return sending.map(span -> span.first().getEpochSecond()).orElse(0L);
    }

    void addMail(long second) {
        add(mails, second);
    }

    void add(Deed deed, long second) {
        switch (deed) {
            case CLICKED -> add(clicked, second);
            case BOUGHT -> add(bought, second);
            case UNSUBSCRIBED -> add(unsubscribed, second);
            case OPENED,
                    COMPLAINED,
                    HARD_BOUNCED,
                    SOFT_BOUNCED,
                    OPENED_BY_MACHINE,
                    CLICKED_BY_MACHINE,
                    OPENED_BY_EITHER -> {}
        }
    }

    private void add(long[] counts, long second) {
        if (sending.isPresent()) {
            long place = Math.floorDiv(second - start, step.toSeconds());
            if (place >= 0 && place < size) {
                counts[(int) place]++;
            }
        }
    }

    Optional<TimeLine> timeLine() {
        return sending.map(span -> {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                steps.add(new Step(mails[i], clicked[i], bought[i], unsubscribed[i]));
            }
            return new TimeLine(Instant.ofEpochSecond(start), step, steps);
        });
    }
}
