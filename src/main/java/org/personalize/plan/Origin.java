package org.personalize.plan;

import java.io.IOException;
import java.util.List;

/**
 * What a plan came from beside its seed and its clock, so that anybody can tell whether it would come out the same again.
 *
 * @param version the program's version
 * @param java the version of Java, whose sorting, rounding and calendars took part
 * @param timeZones the version of the time zones' rules
 * @param ledger a digest of what the ledger knew of other campaigns and of suppressions; blank where there was none
 * @param inputs every file that was read
 */
public record Origin(String version, String java, String timeZones, String ledger, List<Fingerprint> inputs) {

    /** Where nobody asked. */
    public static final Origin UNKNOWN = new Origin("", "", "", "", List.of());

    public Origin {
        inputs = List.copyOf(inputs);
    }

    void write(Json json) throws IOException {
        json.field("version", version).field("java", java).field("time_zones", timeZones);
        if (!ledger.isEmpty()) {
            json.field("ledger", ledger);
        }
        json.name("inputs").array();
        for (Fingerprint input : inputs) {
            json.object()
                    .field("role", input.role())
                    .field("file", input.file())
                    .field("bytes", input.bytes())
                    .field("sha256", input.sha256())
                    .end();
        }
        json.end();
    }
}
