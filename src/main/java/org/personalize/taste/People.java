package org.personalize.taste;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.personalize.measure.Stratum;

/** Whose scores are asked for: those of one stratum, or everybody's. */
record People(String word, Set<Stratum> strata) {

    static final People ALL = new People(Stratum.ALL, EnumSet.allOf(Stratum.class));

    /** People of whom anything at all is known. */
    static final People KNOWN = new People("1+", EnumSet.range(Stratum.FEW, Stratum.MANY));

    static People of(Stratum stratum) {
        return new People(stratum.word(), EnumSet.of(stratum));
    }

    /** Everybody, and each stratum. */
    static List<People> each() {
        return Stream.concat(Stream.of(ALL), Stream.of(Stratum.values()).map(People::of))
                .toList();
    }
}
