package org.personalize.rhythm;

import java.time.Instant;
import org.personalize.audience.Audience;
import org.personalize.history.History;

/** The send-time model applied to the people at hand and to what they did until now. */
public final class Rhythms implements Hours {

    public Rhythms(RhythmModel model, Audience audience, History history, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[] chances(int person) {
        throw new UnsupportedOperationException();
    }

    /** The chance of each local hour under the hours at which mail really went out; sums to 1. */
    public double[] asLogged(int person) {
        throw new UnsupportedOperationException();
    }

    /** The chance of each of the 168 hours of a week from Monday 00 h; sums to 1. */
    public double[] hoursOfWeek(int person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double evidence(int person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasPersonalHour(int person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[] telling(int person) {
        throw new UnsupportedOperationException();
    }

    /** Everything to tell about one person's hours. */
    public HourStory story(int person) {
        throw new UnsupportedOperationException();
    }
}
