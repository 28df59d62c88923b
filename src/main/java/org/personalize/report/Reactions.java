package org.personalize.report;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Reader;

/**
 * What came of each accepted mail. What names a campaign counts for that campaign's last mail before it; what names none
 * counts for the last mail of whatever campaign. Neither counts when the mail was longer ago than {@link #WINDOW_SECONDS}.
 */
final class Reactions {

    static final int WINDOW_DAYS = 7;
    static final long WINDOW_SECONDS = WINDOW_DAYS * 86_400L;

    /** By how much a provider's clock may be behind ours, where it names the campaign. */
    private static final long CLOCK_SLACK_SECONDS = 300;

    private static final int UNKNOWN = -2;
    private static final int NONE = -1;

    private final Mails mails;
    private final History history;
    private final Audience audience;
    private final boolean countsMachines;
    private final long now;
    private final short[] deeds;
    private final double[] revenue;
    private final int[] firstClicks;
    private final BitSet clickedItems = new BitSet();
    private final float[] itemRevenue;
    private final BitSet boughtItems = new BitSet();
    private final Map<String, Integer> campaigns = new HashMap<>();
    private final int[] campaignOf;
    private final int[] ownNumbers;
    private final int[] firstEvents;
    private final StepCounts steps;
    private long outside;
    private long withoutValue;

    /** @param now what a clock dates later has not happened yet */
    Reactions(Mails mails, History history, Audience audience, boolean countsMachines, long now, StepCounts steps) {
        this.mails = mails;
        this.history = history;
        this.audience = audience;
        this.countsMachines = countsMachines;
        this.now = now;
        this.steps = steps;
        deeds = new short[mails.size()];
        revenue = new double[mails.size()];
        firstClicks = new int[mails.size()];
        itemRevenue = new float[mails.shown().size()];
        campaignOf = new int[mails.editions().size()];
        for (int edition = 0; edition < campaignOf.length; edition++) {
            String name = mails.editions().get(edition).campaign();
            campaignOf[edition] = campaigns.computeIfAbsent(name, n -> campaigns.size());
        }
        ownNumbers = new int[history.campaigns() + 1];
        Arrays.fill(ownNumbers, UNKNOWN);
        firstEvents = firstEvents();
    }

    /** What was longer before an edition's first mail than any mail gets something after it says nothing of use. */
    private int[] firstEvents() {
        var firsts = new long[campaignOf.length];
        Arrays.fill(firsts, Long.MAX_VALUE);
        for (int mail = 0; mail < mails.size(); mail++) {
            int edition = mails.edition(mail);
            firsts[edition] = Math.min(firsts[edition], mails.second(mail) - WINDOW_SECONDS);
        }
        return Arrays.stream(firsts).mapToInt(history::firstFrom).toArray();
    }

    void look() {
        for (int person = 0; person < audience.size(); person++) {
            if (mails.of(person) > 0) {
                look(person);
            }
        }
    }

    private void look(int person) {
        boolean isWatched = audience.allowsTracking(person);
        long other = Long.MIN_VALUE;
        int events = history.events(person);
        int mail = mails.of(person, 0);
        long first = mails.second(mail) - WINDOW_SECONDS;
        for (int nth = PersonEvents.firstFrom(history, person, firstEvents[mails.edition(mail)]); nth < events; nth++) {
            int event = history.event(person, nth);
            Kind kind = history.kind(event);
            long second = history.second(event);
            if (second > now) {
                return;
            }
            if (second < first) {
                continue;
            }
            if (kind == Kind.SENT && history.campaignNumber(event) > 0 && campaign(event) == NONE) {
                other = second;
            } else if (isWatched || !kind.isTracked()) {
                react(person, event, kind, other);
            }
        }
    }

    private void react(int person, int event, Kind kind, long other) {
        switch (kind) {
            case OPEN, CLICK, UNSUBSCRIBE, BOUNCE, COMPLAINT -> count(person, event, kind, other);
            case PURCHASE -> {
                if (!history.isTakenBack(event)) {
                    count(person, event, kind, other);
                }
            }
            case SENT, DELIVERED, VIEW, CART, RATING, REFUND, SUBSCRIBE, OTHER -> {}
        }
    }

    private void count(int person, int event, Kind kind, long other) {
        int campaign = history.campaignNumber(event) == 0 ? UNKNOWN : campaign(event);
        if (campaign == NONE) {
            return;
        }
        int mail = lastMail(person, history.second(event), campaign);
        boolean isOurs = mail >= 0 && (campaign >= 0 || mails.second(mail) >= other);
        if (isOurs && history.second(event) - mails.second(mail) < WINDOW_SECONDS) {
            note(mail, event, deed(event, kind));
        } else if (campaign >= 0) {
            outside++;
        }
    }

    /** The number of one of our campaigns, or that it is none of them. */
    private int campaign(int event) {
        int number = history.campaignNumber(event);
        if (ownNumbers[number] == UNKNOWN) {
            @Nullable String name = history.campaign(event);
            ownNumbers[number] = name == null ? NONE : campaigns.getOrDefault(name, NONE);
        }
        return ownNumbers[number];
    }

    private int lastMail(int person, long second, int campaign) {
        for (int nth = mails.of(person) - 1; nth >= 0; nth--) {
            int mail = mails.of(person, nth);
            boolean isMeant = campaign < 0 || campaignOf[mails.edition(mail)] == campaign;
            long slack = campaign < 0 ? 0 : CLOCK_SLACK_SECONDS;
            if (isMeant && mails.isAccepted(mail) && mails.second(mail) <= second + slack) {
                return mail;
            }
        }
        return NONE;
    }

    private Deed deed(int event, Kind kind) {
        Reader reader = countsMachines ? Reader.HUMAN : history.reaction(event).reader();
        return switch (kind) {
            case OPEN ->
                switch (reader) {
                    case HUMAN -> Deed.OPENED;
                    case UNKNOWN -> Deed.OPENED_BY_EITHER;
                    case MACHINE -> Deed.OPENED_BY_MACHINE;
                };
            case CLICK -> reader == Reader.MACHINE ? Deed.CLICKED_BY_MACHINE : Deed.CLICKED;
            case PURCHASE -> Deed.BOUGHT;
            case UNSUBSCRIBE -> Deed.UNSUBSCRIBED;
            case COMPLAINT -> Deed.COMPLAINED;
            case BOUNCE -> history.isSoftBounce(event) ? Deed.SOFT_BOUNCED : Deed.HARD_BOUNCED;
            case SENT, DELIVERED, VIEW, CART, RATING, REFUND, SUBSCRIBE, OTHER ->
                throw new IllegalStateException("no reaction: " + kind);
        };
    }

    private void note(int mail, int event, Deed deed) {
        if (!did(mail, deed)) {
            deeds[mail] |= (short) deed.bit();
            firstClicks[mail] = deed == Deed.CLICKED ? (int) history.second(event) : firstClicks[mail];
            steps.add(deed, history.second(event));
        }
        double value = deed == Deed.BOUGHT ? value(event) : 0;
        revenue[mail] += value;
        int item = history.item(event);
        if (item >= 0 && (deed == Deed.CLICKED || deed == Deed.BOUGHT)) {
            noteItem(mail, item, deed, value);
        }
    }

    private double value(int event) {
        double value = history.value(event);
        withoutValue += Double.isNaN(value) ? 1 : 0;
        return Double.isNaN(value) ? 0 : Math.max(0, value);
    }

    private void noteItem(int mail, int item, Deed deed, double value) {
        for (int shown = mails.shownFrom(mail); shown < mails.shownTo(mail); shown++) {
            if (mails.shown().item(shown) == item) {
                (deed == Deed.CLICKED ? clickedItems : boughtItems).set(shown);
                itemRevenue[shown] += (float) value;
            }
        }
    }

    /** The bits of everything that came of a mail. */
    int deeds(int mail) {
        return deeds[mail];
    }

    boolean did(int mail, Deed deed) {
        return (deeds[mail] & deed.bit()) != 0;
    }

    /** Of a mail that was clicked. */
    long firstClick(int mail) {
        return Integer.toUnsignedLong(firstClicks[mail]);
    }

    /** Less what was refunded. */
    double revenue(int mail) {
        return revenue[mail];
    }

    boolean isClicked(int shown) {
        return clickedItems.get(shown);
    }

    boolean isBought(int shown) {
        return boughtItems.get(shown);
    }

    double itemRevenue(int shown) {
        return itemRevenue[shown];
    }

    /** How many events name one of the campaigns and come before its mail, or too late after it. */
    long outside() {
        return outside;
    }

    /** How many purchases that count do not say what was paid. */
    long withoutValue() {
        return withoutValue;
    }
}
