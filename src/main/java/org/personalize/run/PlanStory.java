package org.personalize.run;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.PlanDifferences;

/**
 * What a plan has to tell.
 *
 * @param foresight what can be said before anything is sent
 * @param variants how they are shared out by what was learned; empty where the campaign says it
 * @param isRecorded whether it stands in the ledger
 * @param differences null when it was compared with nothing
 * @param changes null when no list of the differences was written
 */
public record PlanStory(
        Story story,
        Foresight foresight,
        Optional<VariantLearning> variants,
        boolean isRecorded,
        @Nullable PlanDifferences differences,
        @Nullable Path changes) {}
