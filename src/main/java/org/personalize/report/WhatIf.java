package org.personalize.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.personalize.measure.Interval;
import org.personalize.measure.OffPolicy;

/**
 * What other ways of deciding would have earned, worked out from decisions that were left to chance and logged with it. What
 * is earned is a reaction: a link followed or something bought within {@link #REACTION_HOURS} of the mail.
 *
 * @param campaigns whose mails are pooled
 * @param mails accepted and old enough to be judged
 * @param asSent the share of them that was reacted to
 * @param ways in a stable order; those of which too little was left to chance are there and say nothing
 */
public record WhatIf(List<String> campaigns, long mails, Interval asSent, List<Way> ways) {

    public static final long REACTION_HOURS = 48;

    public WhatIf {
        campaigns = List.copyOf(campaigns);
        ways = List.copyOf(ways);
    }

    /** What is decided in another way. */
    public enum Kind {
        ONE_HOUR("one hour for everybody", """
                Everybody at the local hour that did best, on any of their permitted days alike. Which hour that is, was chosen \
                each time by the mails of other people."""),
        ONE_ITEM("one item for everybody", """
                In the places that are sometimes filled by chance, everybody sees the one item that did best there, if it was \
                among their choices. Which item, was chosen each time by the mails of other people."""),
        LAST_MODEL("the hours of today's model", """
                Everybody at the hour that today's model takes for their best, knowing only what was known before these \
                mails."""),
        ONE_VARIANT("one variant for everybody", """
                Everybody gets this variant.""");

        private final String title;
        private final String meaning;

        Kind(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        public String title() {
            return title;
        }

        /** A sentence for people. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * @param name the variant, hour or item; blank where there is none
     * @param value among the decisions that were left to chance
     * @param asSent what those same mails earned as they were sent
     * @param note what else is to be known of it; blank for nothing
     */
    public record Way(Kind kind, String name, OffPolicy value, Interval asSent, String note) {

        public boolean isRefused() {
            return value.selfNormalised().isEmpty();
        }

        /** Why nothing is said; empty where something is. */
        public Optional<String> refusal() {
            if (!isRefused()) {
                return Optional.empty();
            }
            if (value.decisions() == 0) {
                return Optional.of("nothing of it was left to chance yet, so that nobody can know");
            }
            return Optional.of(String.format(
                    Locale.ROOT,
                    "refused: %,d mails say as much about it as %,.0f would that were sent for it; fewer than %,.0f mislead",
                    value.decisions(),
                    value.effective(),
                    OffPolicy.LEAST_EFFECTIVE));
        }
    }
}
