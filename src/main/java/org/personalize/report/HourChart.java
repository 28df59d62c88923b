package org.personalize.report;

import java.util.List;
import java.util.stream.IntStream;
import org.personalize.report.ColumnPlot.Column;

/** How many mails go out in each hour of the day, on the clocks of those who get them. */
record HourChart(List<Long> byHour) {

    HourChart {
        byHour = List.copyOf(byHour);
    }

    Markup markup() {
        List<Column> columns = IntStream.range(0, byHour.size())
                .mapToObj(hour -> Column.of(
                        "%02d".formatted(hour),
                        byHour.get(hour),
                        Plain.hour(hour) + ": " + Plain.count(byHour.get(hour), "mail", "mails")))
                .toList();
        return new ColumnPlot(columns, Unit.COUNT, inWords()).markup().element("p", inWords(), "class", "hint");
    }

    private long most() {
        return byHour.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private String inWords() {
        long hours = byHour.stream().filter(count -> count > 0).count();
        if (hours == 0) {
            return "No mail is planned.";
        }
        String between = "between " + Plain.hour(byHour.indexOf(most())).replace(" to ", " and ");
        if (hours == 1) {
            return "By the clock of each person: all of them " + between + ".";
        }
        return "By the clock of each person. The busiest hour is " + between + ", with "
                + Plain.count(most(), "mail", "mails") + ".";
    }
}
