package org.personalize.history;

import org.jspecify.annotations.Nullable;

/** What models foretell of a person, for {@code profile.}; nobody is known to a model that was never trained. */
public interface Forecasts {

    Forecasts NONE = new Forecasts() {
        @Override
        public @Nullable Integer bestHour(int person) {
            return null;
        }

        @Override
        public @Nullable Double chanceToBuy(int person) {
            return null;
        }
    };

    /** The local hour, 0 to 23, at which the person had best be written to; null where there is none of their own. */
    @Nullable
    Integer bestHour(int person);

    /** The chance that the person buys something within thirty days. */
    @Nullable
    Double chanceToBuy(int person);
}
