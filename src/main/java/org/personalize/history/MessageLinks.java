package org.personalize.history;

import java.util.Arrays;

/**
 * Links the reactions of one person after the other to their mails: by the campaign where the reaction names one, else to
 * the nearest mail before it. The first reaction of a human counts, and as much as the strongest within an hour of it; an
 * open that may be a machine's counts where nothing better follows.
 */
final class MessageLinks {

    /** How long a relay may try before a mail is delivered or bounces. */
    private static final long TRYING_SECONDS = 72 * 3_600;

    private static final long SAME_VISIT_SECONDS = 3_600;

    /** Among so many mails is the right one looked for; nobody gets more in five days. */
    private static final int LONGEST_SEARCH = 200;

    private static final double OPEN_WEIGHT = 0.5;
    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 16;

    private final History history;
    private int[] deliveries = new int[FIRST_CAPACITY];
    private int[] reactions = new int[FIRST_CAPACITY];
    private double[] weights = new double[FIRST_CAPACITY];
    private int size;

    MessageLinks(History history) {
        this.history = history;
    }

    /** Forgets whom it knew and links this person's mails. */
    void link(int person) {
        size = 0;
        int events = history.events(person);
        for (int i = 0; i < events; i++) {
            int event = history.event(person, i);
            if (history.hasHour(event)) {
                take(event);
            }
        }
        sort();
    }

    private void take(int event) {
        switch (history.kind(event)) {
            case SENT -> add(event);
            case DELIVERED -> deliver(event);
            case BOUNCE -> drop(find(event, TRYING_SECONDS, false));
            case OPEN, CLICK, PURCHASE -> react(event);
            case VIEW, CART, RATING, REFUND, UNSUBSCRIBE, SUBSCRIBE, COMPLAINT, OTHER -> {}
        }
    }

    private void add(int event) {
        if (size == deliveries.length) {
            deliveries = Arrays.copyOf(deliveries, 2 * size);
            reactions = Arrays.copyOf(reactions, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        deliveries[size] = event;
        reactions[size] = NONE;
        weights[size] = 0;
        size++;
    }

    private void deliver(int event) {
        int sent = find(event, TRYING_SECONDS, true);
        if (sent == NONE) {
            add(event);
        } else if (reactions[sent] == NONE) {
            // Clocks differ: what was reacted to had arrived, whatever the log says of its delivery.
            deliveries[sent] = event;
        }
    }

    private void drop(int message) {
        if (message != NONE) {
            System.arraycopy(deliveries, message + 1, deliveries, message, size - message - 1);
            System.arraycopy(reactions, message + 1, reactions, message, size - message - 1);
            System.arraycopy(weights, message + 1, weights, message, size - message - 1);
            size--;
        }
    }

    private void react(int event) {
        double weight = strength(event);
        int message = weight == 0 ? NONE : find(event, Messages.WINDOW_SECONDS, false);
        if (message == NONE) {
            return;
        }
        boolean isFirst = reactions[message] == NONE || weights[message] < OPEN_WEIGHT && weight >= OPEN_WEIGHT;
        if (isFirst) {
            reactions[message] = event;
            weights[message] = weight;
        } else if (history.second(event) - history.second(reactions[message]) <= SAME_VISIT_SECONDS) {
            weights[message] = Math.max(weights[message], weight);
        }
    }

    private double strength(int event) {
        Reader reader = history.reaction(event).reader();
        if (history.kind(event) != Kind.OPEN) {
            return reader.weight();
        }
        return reader == Reader.HUMAN ? OPEN_WEIGHT : reader.weight();
    }

    /** The latest mail before an event, no longer ago than this, of the campaign that the event names, if it names one. */
    private int find(int event, long longestSeconds, boolean isUndelivered) {
        int campaign = history.campaignNumber(event);
        long second = history.second(event);
        for (int i = size - 1; i >= Math.max(0, size - LONGEST_SEARCH); i--) {
            long age = second - history.second(deliveries[i]);
            if (age > longestSeconds + TRYING_SECONDS) {
                return NONE;
            }
            boolean isMeant = campaign == 0 || campaign == history.campaignNumber(deliveries[i]);
            boolean isFree = !isUndelivered || history.kind(deliveries[i]) == Kind.SENT;
            if (isMeant && isFree && age <= longestSeconds) {
                return i;
            }
        }
        return NONE;
    }

    /** Into the order of delivery, which is nearly that of sending. */
    private void sort() {
        for (int i = 1; i < size; i++) {
            for (int j = i; j > 0 && deliveries[j - 1] > deliveries[j]; j--) {
                swap(j - 1, j);
            }
        }
    }

    private void swap(int one, int other) {
        int delivery = deliveries[one];
        deliveries[one] = deliveries[other];
        deliveries[other] = delivery;
        int reaction = reactions[one];
        reactions[one] = reactions[other];
        reactions[other] = reaction;
        double weight = weights[one];
        weights[one] = weights[other];
        weights[other] = weight;
    }

    int size() {
        return size;
    }

    int delivery(int message) {
        return deliveries[message];
    }

    /** The event of the reaction, or -1. */
    int reaction(int message) {
        return reactions[message];
    }

    double weight(int message) {
        return weights[message];
    }
}
