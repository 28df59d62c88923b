package org.personalize.taste;

import java.time.Instant;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;

/** The item model applied to the people and the catalog at hand and to what happened until now. */
public final class Taste implements Ranking {

    public Taste(
            TasteModel model, Audience audience, Catalog catalog, History history, Interests interests, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void score(int person, double[] scores) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[] popular() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String why(int person, int item) {
        throw new UnsupportedOperationException();
    }

    /** The items that this person already had, by number: bought, or rated well. To be read only. */
    public java.util.BitSet had(int person) {
        throw new UnsupportedOperationException();
    }

    /** Everything to tell about one item for one person. */
    public ItemStory story(int person, int item) {
        throw new UnsupportedOperationException();
    }
}
