package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Messages;
import org.personalize.history.Reader;

/** What came of mails, by what the campaign is after: clicks, purchases or money. Opens never count. */
final class Gains {

    /** How long a mail is waited for where the past does not tell. */
    static final Duration USUAL_WINDOW = Duration.ofHours(24);

    /** Buying takes longer than clicking. */
    static final Duration LEAST_FOR_PURCHASES = Duration.ofHours(72);

    private static final Duration LEAST_WINDOW = Duration.ofHours(1);
    private static final int LEAST_REACTIONS = 20;
    /** What an open counts beside a click, where it is known to be a person's. */
    private static final double OPEN = 0.5;

    private static final long HOUR_SECONDS = 3_600;

    private final Audience audience;
    private final History history;
    private final Goal goal;
    private final Instant now;

    Gains(Audience audience, History history, Goal goal, Instant now) {
        this.audience = audience;
        this.history = history;
        this.goal = goal;
        this.now = now;
    }

    /** Whether what this person does after a mail is known, and may be. */
    boolean mayBeKnown(int person) {
        return audience.allowsPersonalization(person) && (goal != Goal.CLICK || audience.allowsTracking(person));
    }

    /** Twice the median time from a mail to its reaction, in whole hours: after it, little is still to come. */
    Duration window(Messages messages) {
        long[] delays = delays(messages);
        Duration known = delays.length < LEAST_REACTIONS
                ? USUAL_WINDOW
                : Duration.ofHours((2 * delays[delays.length / 2] + HOUR_SECONDS - 1) / HOUR_SECONDS);
        Duration least = goal == Goal.CLICK ? LEAST_WINDOW : LEAST_FOR_PURCHASES;
        return known.compareTo(least) < 0 ? least : known;
    }

    /** From mail to click or purchase, the shortest first; of mails so old that late reactions are in as well. */
    private long[] delays(Messages messages) {
        long newest = now.getEpochSecond() - Messages.WINDOW_SECONDS;
        return IntStream.range(0, messages.size())
                .filter(message -> messages.weight(message) >= 1 && messages.second(message) <= newest)
                .mapToLong(message -> messages.reactionSecond(message) - messages.second(message))
                .sorted()
                .toArray();
    }

    /** The number under which events know a campaign; -1 where none names it. */
    int number(String campaign) {
        int event = IntStream.range(0, history.size())
                .filter(e -> campaign.equals(history.campaign(e)))
                .findFirst()
                .orElse(-1);
        return event < 0 ? -1 : history.campaignNumber(event);
    }

    /**
     * What one mail brought: 1 or 0, or an amount of money.
     *
     * @param campaign its number; clicks in mails of others do not count
     * @param from the second from which it lay there
     * @param to the second at which looking ends
     */
    double of(int person, int campaign, long from, long to) {
        double sum = 0;
        for (int nth = first(person, from); nth < history.events(person); nth++) {
            int event = history.event(person, nth);
            if (history.second(event) >= to) {
                break;
            }
            sum += gain(event, campaign);
        }
        return goal == Goal.REVENUE ? sum : Math.min(1, sum);
    }

    /** Whether somebody followed a link of a mail or bought something, whatever the campaign is after. */
    boolean isReactedTo(int person, int campaign, long from, long to) {
        for (int nth = first(person, from); nth < history.events(person); nth++) {
            int event = history.event(person, nth);
            if (history.second(event) >= to) {
                return false;
            }
            if (isClick(event, campaign) || isPurchase(event)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How much the reaction to a mail counts, as the models of hours count it: the first one, and as much as the strongest
     * within an hour of it; an open that may be a machine's counts where nothing better follows.
     */
    double weight(int person, int campaign, long from, long to) {
        double weight = 0;
        long first = Long.MIN_VALUE;
        for (int nth = first(person, from); nth < history.events(person); nth++) {
            int event = history.event(person, nth);
            long second = history.second(event);
            if (second >= to) {
                break;
            }
            double strength = strength(event, campaign);
            if (strength > 0 && (weight == 0 || weight < OPEN && strength >= OPEN)) {
                first = second;
                weight = strength;
            } else if (second - first <= HOUR_SECONDS) {
                weight = Math.max(weight, strength);
            }
        }
        return weight;
    }

    private double strength(int event, int campaign) {
        int named = history.campaignNumber(event);
        Reader reader = history.reaction(event).reader();
        return switch (history.kind(event)) {
            case PURCHASE -> reader.weight();
            case CLICK -> named == 0 || named == campaign ? reader.weight() : 0;
            case OPEN -> named == 0 || named == campaign ? Math.min(OPEN, reader.weight()) : 0;
            case SENT, DELIVERED, VIEW, CART, RATING, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT, OTHER -> 0;
        };
    }

    private double gain(int event, int campaign) {
        return switch (goal) {
            case CLICK -> isClick(event, campaign) ? 1 : 0;
            case PURCHASE -> isPurchase(event) ? 1 : 0;
            case REVENUE -> isPurchase(event) && history.value(event) > 0 ? history.value(event) : 0;
        };
    }

    private boolean isClick(int event, int campaign) {
        int named = history.campaignNumber(event);
        return history.kind(event) == Kind.CLICK
                && history.reaction(event).reader() == Reader.HUMAN
                && (named == 0 || named == campaign);
    }

    private boolean isPurchase(int event) {
        return history.kind(event) == Kind.PURCHASE && !history.isTakenBack(event);
    }

    private int first(int person, long from) {
        int low = 0;
        int high = history.events(person);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.second(history.event(person, middle)) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
