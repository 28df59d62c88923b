package org.personalize.learn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.history.BuyerFeatures;
import org.personalize.history.Forecasts;
import org.personalize.history.History;
import org.personalize.rhythm.Rhythms;
import org.personalize.rhythm.Weekdays;

/** What a model foretells of the people at hand. */
public final class Buyers implements Forecasts {

    private final @Nullable BuyerModel model;
    private final Rhythms hours;
    private final Audience audience;
    private final History history;
    private final BuyerFeatures features;
    private final long until;

    /** Forecasts are made from now on, or from when the log ends where that is earlier, as they were learned. */
    public Buyers(Model model, Rhythms hours, Audience audience, History history, Instant now) {
        this.model = model.buyers().orElse(null);
        this.hours = hours;
        this.audience = audience;
        this.history = history;
        features = new BuyerFeatures(audience, history);
        until = Math.min(history.newest().getEpochSecond() + 1, now.getEpochSecond());
    }

    @Override
    public @Nullable Integer bestHour(int person) {
        return hours.hasPersonalHour(person)
                ? (Integer) hours.story(person, Weekdays.ANY).bestHour()
                : null;
    }

    /** Missing for people of whom nothing is known, as the model was not learned from such. */
    @Override
    public @Nullable Double chanceToBuy(int person) {
        boolean isKnown = history.events(person) > 0 && audience.allowsPersonalization(person);
        return model == null || !isKnown ? null : (Double) model.chance(features.of(person, until));
    }
}
