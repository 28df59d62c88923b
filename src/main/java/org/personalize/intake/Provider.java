package org.personalize.intake;

import java.util.List;

/** How one mail provider tells what became of mails: which objects are its own, and what they mean. */
interface Provider {

    Form form();

    /** The names that it looks at, as {@link JsonShape#of} takes them. */
    List<String> names();

    boolean knows(JsonObject object);

    /** Hands over the events of an object that it knows; what it does not hand over is left out for the reason given back. */
    String read(JsonObject object, long line, Account account);

    /** The reason for leaving out an event that has no meaning here. */
    static String unknown(String event) {
        return "an event that has no meaning here: " + (event.isEmpty() ? "without a name" : event);
    }
}
