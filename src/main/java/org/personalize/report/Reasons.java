package org.personalize.report;

import org.personalize.plan.Reason;

/** Why somebody gets no mail, in plain words. */
public final class Reasons {

    private Reasons() {}

    public static String inWords(Reason reason) {
        return Plain.why(reason);
    }
}
