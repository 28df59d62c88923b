package org.personalize.intake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.EventMapping;

/**
 * How files are to be read.
 *
 * @param form what they are, where somebody says it; null to find out by their content
 * @param pages what the campaign's own pages are called
 * @param box to which people mail that they opt out
 * @param zone of timestamps in tables that carry no offset
 * @param mapping what somebody's own table calls things
 */
public record Manner(@Nullable Form form, Pages pages, OptOutBox box, ZoneId zone, EventMapping mapping) {

    /** With the zone of the mapping, if it names one; a table that is mapped is one of events. */
    public static Manner of(@Nullable Form form, Pages pages, OptOutBox box, ZoneId usual, EventMapping mapping) {
        ZoneId own = mapping.zone();
        boolean isMapped = !mapping.equals(EventMapping.NONE);
        return new Manner(isMapped ? Form.EVENTS : form, pages, box, own == null ? usual : own, mapping);
    }

    static Manner of(@Nullable Form form, Pages pages) {
        return new Manner(form, pages, OptOutBox.UNKNOWN, ZoneOffset.UTC, EventMapping.NONE);
    }
}
