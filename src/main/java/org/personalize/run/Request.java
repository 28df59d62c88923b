package org.personalize.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.personalize.csv.RejectLimit;

/**
 * What every command is asked with.
 *
 * @param campaign the campaign's YAML file
 * @param now the campaign's clock, which stands still
 * @param maxRejects how many rows may be put aside
 * @param environment for {@code ${env.NAME}} in the campaign file
 */
public record Request(
        Path campaign,
        Instant now,
        RejectLimit maxRejects,
        Map<String, String> environment,
        Progress progress,
        StopSignal stop) {

    public Request {
        environment = Map.copyOf(environment);
    }

    /** The environment holds secrets. */
    @Override
    public String toString() {
        return "Request[" + campaign + " at " + now + "]";
    }
}
