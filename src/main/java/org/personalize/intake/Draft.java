package org.personalize.intake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.personalize.csv.TimeText;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;

/** An event while its parts are collected from a record. What is blank does not replace what is there. */
final class Draft {

    /** Longer reasons are cut. */
    static final int LONGEST_REASON = 300;

    /** A number of seconds since 1970 with a fraction; what has a dot earlier is a date. */
    private static final int SHORTEST_EPOCH = 9;

    private final Form form;
    private final long line;
    private Kind event = Kind.OTHER;
    private String name = "";
    private String kind = "";
    private String email = "";
    private String customerId = "";
    private String campaign = "";
    private String messageId = "";
    private String relayId = "";
    private String person = "";
    private String message = "";
    private final List<String> tokens = new ArrayList<>();
    private long second = TimeText.NO_MOMENT;
    private String item = "";
    private String value = "";
    private Reaction reaction = Reaction.HUMAN;
    private String id = "";
    private String reason = "";

    Draft(Form form, long line) {
        this.form = form;
        this.line = line;
    }

    Draft event(Kind what) {
        event = what;
        return this;
    }

    /** An event that is none of ours. */
    Draft event(String itsName) {
        event = Kind.OTHER;
        name = itsName;
        return this;
    }

    Draft bounce(boolean isHard) {
        event = Kind.BOUNCE;
        kind = isHard ? Returned.HARD : Returned.SOFT;
        return this;
    }

    Draft kind(String word) {
        kind = word.isEmpty() ? kind : word;
        return this;
    }

    Draft email(String address) {
        email = address.isEmpty() ? email : address.strip();
        return this;
    }

    Draft customer(String idOfPerson) {
        customerId = idOfPerson.isEmpty() ? customerId : idOfPerson;
        return this;
    }

    Draft campaign(String itsName) {
        campaign = itsName.isEmpty() ? campaign : itsName;
        return this;
    }

    /** With or without its brackets. */
    Draft messageId(String text) {
        messageId = text.isEmpty() ? messageId : bare(text);
        return this;
    }

    Draft relayId(String text) {
        relayId = text.isEmpty() ? relayId : text;
        return this;
    }

    /** What the mail's metadata said of it. */
    Draft metadata(String itsCampaign, String itsPerson, String itsMessage) {
        campaign(itsCampaign);
        person = itsPerson.isEmpty() ? person : itsPerson;
        message = itsMessage.isEmpty() ? message : itsMessage;
        return this;
    }

    Draft token(String text) {
        tokens.add(text);
        return this;
    }

    /** A moment as text, in UTC where it has no offset; fractions are cut off. */
    Draft at(String text) {
        return at(text, ZoneOffset.UTC);
    }

    /** @param zone of a moment without an offset */
    Draft at(String text, ZoneId zone) {
        return text.isEmpty() ? this : at(moment(text, zone));
    }

    Draft at(long itsSecond) {
        second = itsSecond;
        return this;
    }

    Draft item(String text) {
        item = text;
        return this;
    }

    Draft value(String text) {
        value = text;
        return this;
    }

    Draft reaction(Reaction by) {
        reaction = by;
        return this;
    }

    Draft id(String text) {
        id = text;
        return this;
    }

    Draft reason(String text) {
        String line1 = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.replaceAll("\\s+", " ");
        reason = line1.length() > LONGEST_REASON ? line1.substring(0, LONGEST_REASON) : line1.strip();
        return this;
    }

    Returned done() {
        var trace = new Trace(email, customerId, campaign, messageId, relayId, person, message, tokens);
        return new Returned(form, line, event, name, kind, trace, second, item, value, reaction, id, reason);
    }

    private static long moment(String text, ZoneId zone) {
        int dot = text.indexOf('.');
        boolean isFractional = dot >= SHORTEST_EPOCH && text.indexOf('-') < 0 && text.indexOf(':') < 0;
        return TimeText.seconds(isFractional ? text.substring(0, dot) : text, zone);
    }

    static String bare(String messageId) {
        String text = messageId.strip();
        return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
