package org.personalize.plan;

import java.io.IOException;
import java.util.Locale;

/**
 * One difference between two plans for one person.
 *
 * @param field which column differs: status, send_at, variant, group or the name of a slot
 * @param before blank where there was nothing
 * @param after blank where there is nothing any more
 * @param why what can have caused it, as far as it can be told
 */
public record PlanChange(String customerId, Kind kind, String field, String before, String after, String why) {

    /** What a change means for the person. */
    public enum Kind {
        /** Gets a mail now, and did not. */
        ADDED,
        /** Got a mail, and does not any more. */
        REMOVED,
        /** At another moment. */
        MOVED,
        VARIANT,
        GROUP,
        /** Other items in a slot, or in another order. */
        CONTENT,
        /** No mail before and after, but for another reason. */
        STATUS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void write(Json json) throws IOException {
        json.object()
                .field("customer_id", customerId)
                .field("change", kind.word())
                .field("field", field)
                .field("before", before)
                .field("after", after)
                .field("why", why)
                .end();
    }
}
