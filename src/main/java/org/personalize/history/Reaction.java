package org.personalize.history;

/** Who is behind an event and why we think so. What was never in doubt, such as a purchase, is {@link #HUMAN}. */
public enum Reaction {
    HUMAN(Reader.HUMAN, "nothing speaks against a person"),
    UNDECIDED(Reader.UNKNOWN, "opened by something that the log does not name, and nothing was clicked afterwards"),
    IMAGE_PROXY(Reader.UNKNOWN, "opened through an image proxy, and nothing was clicked afterwards"),
    FLAGGED(Reader.MACHINE, "marked as a machine's in the log"),
    AGENT(Reader.MACHINE, "made by a program that is known to be none that people read with"),
    AT_ONCE(Reader.MACHINE, "within " + MachineTiming.AT_ONCE_SECONDS + " seconds of the delivery"),
    ALL_LINKS(Reader.MACHINE, "one of many links followed within " + MachineTiming.BURST_SECONDS + " seconds"),
    AHEAD(Reader.MACHINE, "fetched within minutes of the delivery, as nearly all mails of this person are");

    private final Reader reader;
    private final String why;

    Reaction(Reader reader, String why) {
        this.reader = reader;
        this.why = why;
    }

    public Reader reader() {
        return reader;
    }

    /** The reason, to follow "This open is a machine's: ". */
    public String why() {
        return why;
    }
}
