package org.personalize.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is asked for.
 *
 * @param out a .csv or a .json file; null for none
 * @param older the plan to compare with; null for none
 * @param changes where every difference goes, as .csv or .json; null for nowhere
 * @param isAgain what was promised and never tried is decided anew
 * @param isDry the ledger is read, and nothing is written in it
 */
public record PlanOrders(
        @Nullable Path out, @Nullable Path older, @Nullable Path changes, boolean isAgain, boolean isDry) {}
