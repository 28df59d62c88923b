package org.personalize.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.TimeText;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;

/**
 * One event that came back, in the one form that all forms are turned into.
 *
 * @param form what it was read from
 * @param line its line, or the number of its message, counted from 1
 * @param event what happened
 * @param name the event's own name where {@code event} is {@link Kind#OTHER}; else blank
 * @param kind of a bounce {@code hard} or {@code soft}; else the provider's word for it, or blank
 * @param second since 1970-01-01T00:00Z; {@link TimeText#NO_MOMENT} where none is told
 * @param item what it is about, such as an item's id or a link
 * @param value in money, as the file writes it
 * @param reaction who is behind it, as far as this one record tells
 * @param id the provider's own name for the event, the same when it is told again; blank where there is none
 * @param reason why it does not count, or what the bounce was about; blank where there is nothing to say
 */
public record Returned(
        Form form,
        long line,
        Kind event,
        String name,
        String kind,
        Trace trace,
        long second,
        String item,
        String value,
        Reaction reaction,
        String id,
        String reason) {

    public static final String HARD = "hard";
    public static final String SOFT = "soft";

    /** The columns of {@code --events-out}, behind the name of the file. */
    public static final List<String> COLUMNS = List.of(
            "line",
            "email",
            "customer_id",
            "campaign",
            "message_id",
            "event",
            "kind",
            "timestamp",
            "item_id",
            "value",
            "machine",
            "reason");

    public boolean isHardBounce() {
        return event == Kind.BOUNCE && kind.equals(HARD);
    }

    public boolean hasMoment() {
        return second != TimeText.NO_MOMENT;
    }

    /** The same event as part of something else. */
    Returned within(Form outer, long itsLine) {
        return new Returned(outer, itsLine, event, name, kind, trace, second, item, value, reaction, id, reason);
    }

    /** The same event with whose it is; what the event itself names stays. */
    Returned linked(Link link) {
        var whose = new Trace(
                trace.email().isEmpty() ? link.mailbox() : trace.email(),
                trace.customerId().isEmpty() ? link.customerId() : trace.customerId(),
                trace.campaign().isEmpty() ? link.campaign() : trace.campaign(),
                trace.messageId(),
                trace.relayId(),
                trace.person(),
                trace.message(),
                trace.tokens());
        return new Returned(form, line, event, name, kind, whose, second, item, value, reaction, id, reason);
    }

    /** The same event with why it does not count before whatever else there is to say. */
    Returned doubted(String why) {
        String whole = reason.isEmpty() ? why : why + "; " + reason;
        return new Returned(form, line, event, name, kind, trace, second, item, value, reaction, id, whole);
    }

    /** The order that the event is part of; blank for none. What tables number are orders, what providers number events. */
    public String order() {
        return form.isJson() ? "" : id;
    }

    /** The event's word, or its own name. */
    public String word() {
        return event == Kind.OTHER ? name : event.word();
    }

    /** The cells under {@link #COLUMNS}. */
    public List<String> cells() {
        return List.of(
                Long.toString(line),
                trace.email(),
                trace.customerId(),
                trace.campaign(),
                trace.messageId().isEmpty() ? trace.relayId() : trace.messageId(),
                word(),
                kind,
                moment(),
                item,
                value,
                machine(),
                reason);
    }

    private String moment() {
        return hasMoment() ? Instant.ofEpochSecond(second).toString() : "";
    }

    private String machine() {
        return switch (reaction.reader()) {
            case HUMAN -> "no";
            case UNKNOWN -> "unknown";
            case MACHINE -> "yes";
        };
    }

    static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
