package org.personalize.rhythm;

import java.util.Locale;

/** How many of the people of whom something is known get an hour of their own. */
record PersonalShare(int personal, int people) {

    static PersonalShare of(Rhythms rhythms, VisitSample sample) {
        int personal = 0;
        for (int part : Portions.map(sample.size(), (from, to) -> count(rhythms, sample, from, to))) {
            personal += part;
        }
        return new PersonalShare(personal, sample.size());
    }

    private static int count(Rhythms rhythms, VisitSample sample, int from, int to) {
        int personal = 0;
        for (int i = from; i < to; i++) {
            personal += rhythms.hasPersonalHour(sample.people()[i]) ? 1 : 0;
        }
        return personal;
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%.0f %% of the people of whom anything is known get an hour of their own; the others get the hour that "
                        + "suits people like them.",
                people == 0 ? 0 : 100.0 * personal / people);
    }
}
