package org.personalize.plan;

import java.io.IOException;
import java.util.List;

/**
 * What a plan came from beside its seed and its clock, so that anybody can tell whether it would come out the same again.
 *
 * @param version the program's version
 * @param java the version of Java, whose sorting, rounding and calendars took part
 * @param timeZones the version of the time zones' rules
 * @param inputs every file that was read
 */
public record Origin(String version, String java, String timeZones, List<Fingerprint> inputs) {

    public Origin {
        inputs = List.copyOf(inputs);
    }

    void write(Json json) throws IOException {
        json.field("version", version).field("java", java).field("time_zones", timeZones);
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
