package org.personalize.report;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.personalize.report.Breakdown.By;

/**
 * One way of telling mails apart.
 *
 * @param names of the groups, in their order
 * @param group the number of the group that a mail is in, or of the item shown, where it is about items; below 0 for none
 */
record Facet(By by, List<String> names, IntUnaryOperator group) {

    Facet {
        names = List.copyOf(names);
    }
}
