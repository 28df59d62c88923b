package org.personalize.history;

import org.personalize.audience.Audience;

/**
 * The mails that went out at a known hour, person by person and in the order of time, each with the first human reaction
 * within two days. A mail lay there from its delivery, or from its sending where no delivery is known; one that bounced
 * never did.
 *
 * <p>Only people whose reactions may be learned from have messages here: those who allow personalization and tracking. Of
 * anybody else a reaction that nobody may look at would seem to be none.
 */
public final class Messages {

    /** What comes later than this is not thought of as a reaction to the mail. */
    public static final long WINDOW_SECONDS = 48 * 3_600;

    private final History history;
    private final int[] starts;
    private final Ints deliveries = new Ints();
    private final Ints reactions = new Ints();
    private final Doubles weights = new Doubles();

    private Messages(History history, int people) {
        this.history = history;
        starts = new int[people + 1];
    }

    public static Messages of(Audience audience, History history) {
        var messages = new Messages(history, audience.size());
        var linking = new MessageLinks(history);
        for (int person = 0; person < audience.size(); person++) {
            if (audience.allowsPersonalization(person) && audience.allowsTracking(person)) {
                linking.link(person);
                messages.add(linking);
            }
            messages.starts[person + 1] = messages.size();
        }
        return messages;
    }

    private void add(MessageLinks linked) {
        for (int i = 0; i < linked.size(); i++) {
            deliveries.add(linked.delivery(i));
            reactions.add(linked.reaction(i));
            weights.add(linked.weight(i));
        }
    }

    public int size() {
        return deliveries.size();
    }

    /** The number of a person's first message; those up to {@link #to} are theirs. */
    public int from(int person) {
        return starts[person];
    }

    public int to(int person) {
        return starts[person + 1];
    }

    public int person(int message) {
        return history.person(deliveries.get(message));
    }

    /** The second from which the mail lay there. */
    public long second(int message) {
        return history.second(deliveries.get(message));
    }

    /** The campaign's number as {@link History#campaignNumber} counts them, or 0. */
    public int campaign(int message) {
        return history.campaignNumber(deliveries.get(message));
    }

    public boolean hasReaction(int message) {
        return reactions.get(message) >= 0;
    }

    /** The second of the first reaction, or -1. */
    public long reactionSecond(int message) {
        int reaction = reactions.get(message);
        return reaction < 0 ? -1 : history.second(reaction);
    }

    /** How much the reaction counts: 1 for a click or a purchase, less for an open, 0 for none. */
    public double weight(int message) {
        return weights.get(message);
    }
}
