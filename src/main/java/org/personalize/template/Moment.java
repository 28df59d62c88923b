package org.personalize.template;

import freemarker.core.Environment;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateModelException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;

/** A day or a point in time, as FreeMarker's kind of date. */
final class Moment implements TemplateDateModel {

    private final Object value;

    /** @param value a {@link LocalDate}, an {@link Instant} or a {@link ZonedDateTime} */
    Moment(Object value) {
        this.value = value;
    }

    Object value() {
        return value;
    }

    /**
     * FreeMarker formats in the zone of the rendering; a day begins in that same zone, so that a birthday never moves
     * to the day before.
     */
    @Override
    public Date getAsDate() throws TemplateModelException {
        try {
            return date();
        } catch (IllegalArgumentException e) {
            throw new Values.RefusedCall("the date " + value + " is too far away");
        }
    }

    private Date date() {
        if (value instanceof LocalDate day) {
            return Date.from(day.atStartOfDay(zone()).toInstant());
        }
        return Date.from(value instanceof ZonedDateTime time ? time.toInstant() : (Instant) value);
    }

    @Override
    public int getDateType() {
        return value instanceof LocalDate ? DATE : DATETIME;
    }

    static ZoneId zone() {
        return Environment.getCurrentEnvironment().getTimeZone().toZoneId();
    }
}
