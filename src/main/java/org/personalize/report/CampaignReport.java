package org.personalize.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.plan.Reason;

/**
 * What was sent and what came of it. Whatever names a group of people names at least {@link #LEAST_PEOPLE}; smaller
 * groups are told together.
 *
 * @param title the campaign's name, or {@code all campaigns}
 * @param editions every coming of a campaign that the figures are of, such as {@code weekly/2026-W10}, the oldest first
 * @param now the clock by which the figures were made
 * @param sending from the first to the last accepted mail; empty where none was
 * @param goal what "better" means
 * @param states how many people are where, in the words and the order of the command that tells them
 * @param skipped why those are skipped whose mail was promised once
 * @param attribution which mail a click or a purchase is counted to, as sentences
 * @param isOpen whether reactions that will count can still come
 * @param outcomes of all accepted mails
 * @param machines what programs did, and is not counted among the outcomes
 * @param mail what the mail earned: those who were kept back against all others
 * @param personal what personalizing earned: the plain mail against the personal one
 * @param variants the variants beside each other; empty where there is only one
 * @param breakdowns the outcomes by group, in a stable order
 * @param timeLine what happened in each hour or on each day since the first mail; empty where none was accepted
 * @param whatIf what other ways of deciding would have earned; empty unless asked for
 * @param health how the model does; empty where the report is of several campaigns
 * @param notes what the reader should know, a sentence each
 */
public record CampaignReport(
        String title,
        List<String> editions,
        Instant now,
        Optional<Span> sending,
        Goal goal,
        Map<String, Long> states,
        Map<Reason, Long> skipped,
        String attribution,
        boolean isOpen,
        Outcomes outcomes,
        Machines machines,
        Verdict mail,
        Verdict personal,
        Optional<VariantRace> variants,
        List<Breakdown> breakdowns,
        Optional<TimeLine> timeLine,
        Optional<WhatIf> whatIf,
        Optional<Health> health,
        List<String> notes) {

    /** Of fewer people nothing is told: what they did would be known of somebody. */
    public static final int LEAST_PEOPLE = 20;

    public CampaignReport {
        editions = List.copyOf(editions);
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
        breakdowns = List.copyOf(breakdowns);
        notes = List.copyOf(notes);
        if (sending.isPresent() != timeLine.isPresent()) {
            throw new IllegalArgumentException("what was sent has a time line");
        }
    }

    /** The same with what else could have been done, and how the model does. */
    public CampaignReport with(Optional<WhatIf> otherwise, Optional<Health> ofModel) {
        return new CampaignReport(
                title,
                editions,
                now,
                sending,
                goal,
                states,
                skipped,
                attribution,
                isOpen,
                outcomes,
                machines,
                mail,
                personal,
                variants,
                breakdowns,
                timeLine,
                otherwise,
                ofModel,
                notes);
    }

    /** Whether it may be told what so many people did, or what came of so many mails. */
    public static boolean isTold(long number) {
        return number >= LEAST_PEOPLE;
    }

    /** Whether the relay took any mail at all. */
    public boolean isAnythingSent() {
        return sending.isPresent();
    }

    /** From the first to the last moment. */
    public record Span(Instant first, Instant last) {
        public Span {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(first + " to " + last);
            }
        }
    }

    /**
     * What programs did rather than people: image proxies, link scanners and the like.
     *
     * @param opens mails opened by a machine
     * @param clicks mails whose links a machine followed
     * @param undecidedOpens mails opened by something that may have been either
     * @param areCounted whether they are counted as people's all the same, because somebody asked for it
     */
    public record Machines(long opens, long clicks, long undecidedOpens, boolean areCounted) {}
}
