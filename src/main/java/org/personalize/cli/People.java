package org.personalize.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.run.Selection;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the commands that plan share: whom of the campaign's people is meant. */
final class People {

    @Option(names = "--limit", paramLabel = "N", description = "Plan at most so many people, in the order of the file.")
    @Nullable
    Integer limit;

    @Option(
            names = "--only",
            paramLabel = "CUSTOMER",
            arity = "1..*",
            description = "Plan these people only: ids or addresses.")
    List<String> only = List.of();

    Selection selection(CommandLine command) {
        if (limit != null && limit < 0) {
            throw new ParameterException(command, "--limit: expected a number of people, found " + limit);
        }
        return new Selection(limit == null ? Integer.MAX_VALUE : limit, only);
    }
}
