package org.personalize.taste;

import java.time.Instant;
import java.util.BitSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.measure.Stratum;

/**
 * The item model applied to the people and the catalog at hand and to what happened until now. Several threads may ask at
 * once; each person is looked at when asked about.
 */
public final class Taste implements Ranking {

    private static final int MINUTE_SECONDS = 60;

    private final Wants wants;
    private final Interests interests;
    private final Shelves shelves;
    private final ThreadLocal<Desk> desks;

    public Taste(
            TasteModel model, Audience audience, Catalog catalog, History history, Interests interests, Instant now) {
        this.interests = interests;
        wants = Wants.of(audience, history, new Categories(catalog));
        boolean isHomeAsked = model.blend().uses(Clue.AROUND);
        Homes homes = isHomeAsked ? Homes.of(audience, Set.of()) : Homes.unknown(audience);
        var ground = new Ground(wants, catalog, homes);
        Moment moment = ground.at(latest(wants, now), model.linear(catalog), model.neighbours(catalog));
        shelves = new Shelves(moment, model.blend());
        desks = ThreadLocal.withInitial(() -> new Desk(moment));
    }

    /** Behind the newest want, or now where the log goes on, so that an old log still ranks. */
    static int latest(Wants wants, Instant now) {
        int newest = Integer.MIN_VALUE;
        for (int want = 0; want < wants.size(); want++) {
            newest = Math.max(newest, wants.minute(want));
        }
        long minuteNow = Math.floorDiv(now.getEpochSecond(), MINUTE_SECONDS);
        return (int) Math.min(wants.size() == 0 ? minuteNow : newest, minuteNow) + 1;
    }

    Desk desk(int person) {
        Desk desk = desks.get();
        desk.lay(person, interests.wanted(person));
        return desk;
    }

    @Override
    public void score(int person, double[] scores) {
        desk(person).scoreAll(shelves, scores);
    }

    @Override
    public double[] popular() {
        return shelves.base(false, Stratum.NONE);
    }

    /**
     * The best of the allowed items for a person, the best first, equals in the order of their ids: what {@link #score}
     * gives, without looking at every item.
     */
    public int[] top(int person, int most, IntPredicate allowed) {
        var top = new Top(most, shelves.moment().ranks());
        desk(person).offer(shelves, most, allowed, top);
        return top.items();
    }

    /** The best of what a person already had, likewise. */
    public int[] topOfHad(int person, int most, IntPredicate allowed) {
        var top = new Top(most, shelves.moment().ranks());
        desk(person).offerHad(shelves, allowed, top);
        return top.items();
    }

    /** Only these items, for looking for the best of them again and again. */
    public Selection among(BitSet offered) {
        return new Selection(this, shelves, offered);
    }

    /** The score of one item. */
    public double score(int person, int item) {
        return desk(person).score(shelves, item);
    }

    /** The log-odds that make its chance: its score, but for what a new thing loses beside those that the person had. */
    public double logOdds(int person, int item) {
        Desk desk = desk(person);
        return desk.score(shelves, item) + shelves.blend().loss(desk.had(item), desk.stratum());
    }

    @Override
    public String why(int person, int item) {
        return new Telling(shelves, desk(person)).why(item);
    }

    /** The items that this person already had, by number: bought, or rated well. To be read only. */
    public BitSet had(int person) {
        var had = new BitSet();
        for (int want = wants.from(person); want < wants.to(person); want++) {
            if (wants.isStrong(want)) {
                had.set(wants.item(want));
            }
        }
        return had;
    }

    /** Everything to tell about one item for one person. */
    public ItemStory story(int person, int item) {
        return new Telling(shelves, desk(person)).story(item);
    }
}
