package org.personalize.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.PlanDifferences;

/**
 * What a plan has to tell.
 *
 * @param foresight what can be said before anything is sent
 * @param isRecorded whether it stands in the ledger
 * @param differences null when it was compared with nothing
 * @param changes null when no list of the differences was written
 */
public record PlanStory(
        Story story,
        Foresight foresight,
        boolean isRecorded,
        @Nullable PlanDifferences differences,
        @Nullable Path changes) {}
