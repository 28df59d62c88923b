package org.personalize.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;

/**
 * The data files of a campaign.
 *
 * @param suppressions may be empty; several are read one after the other
 * @param maxAge role of the table to the greatest age of its files
 * @param expect how many people the customer file should have
 */
public record Sources(
        @Nullable Source customers,
        @Nullable Source items,
        @Nullable Source events,
        List<Source> suppressions,
        Map<String, Duration> maxAge,
        @Nullable Range expect) {

    public Sources {
        suppressions = List.copyOf(suppressions);
        maxAge = Collections.unmodifiableMap(new LinkedHashMap<>(maxAge));
    }

    /**
     * @param pattern a file or glob, relative to {@code base}
     * @param columns canonical name to the file's own header
     * @param types column name to its declared type: text, number, boolean, date or time
     */
    public record Source(
            Path base, String pattern, Map<String, String> columns, Map<String, String> types, Place place) {
        public Source {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        }
    }

    /** Both ends belong to it. */
    public record Range(long least, long most) {}
}
