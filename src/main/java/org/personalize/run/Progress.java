package org.personalize.run;

/** Hears how far a flow has come; may be called from one thread only. */
public interface Progress {

    Progress NONE = (stage, done, total) -> {};

    /**
     * @param stage what is going on, such as {@code rendering}
     * @param total 0 when nobody knows
     */
    void report(String stage, long done, long total);
}
