package org.personalize.report;

import java.util.List;

/** How many mails go out in each hour of the day, on the clocks of those who get them. */
record HourChart(List<Long> byHour) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 168;
    private static final int STEP = WIDTH / 24;

    HourChart {
        byHour = List.copyOf(byHour);
    }

    Markup markup() {
        var chart = new Markup();
        chart.open(
                "svg",
                "class",
                "hours",
                "viewBox",
                "0 0 " + WIDTH + " " + (HEIGHT + 24),
                "role",
                "img",
                "aria-label",
                inWords());
        for (int hour = 0; hour < 24; hour++) {
            bar(chart, hour);
        }
        chart.element("line", "", "x1", "0", "x2", "" + WIDTH, "y1", "" + HEIGHT, "y2", "" + HEIGHT, "class", "axis");
        for (int hour = 0; hour < 24; hour += 3) {
            String x = Shares.decimal((hour + 0.5) * STEP);
            chart.element("text", "%02d".formatted(hour), "x", x, "y", "" + (HEIGHT + 17), "text-anchor", "middle");
        }
        return chart.close().element("p", inWords(), "class", "hint");
    }

    private void bar(Markup chart, int hour) {
        double height = byHour.get(hour) == 0 ? 0 : Math.max(2, (HEIGHT - 6.0) * byHour.get(hour) / most());
        String tone = byHour.get(hour) == most() ? "tone-good most" : "tone-good";
        chart.open("g");
        chart.element(
                "title",
                "%02d to %02d h: %s".formatted(hour, hour + 1, Plain.count(byHour.get(hour), "mail", "mails")));
        chart.element(
                "rect",
                "",
                "class",
                "column",
                "x",
                "" + hour * STEP,
                "y",
                "0",
                "width",
                "" + STEP,
                "height",
                "" + HEIGHT);
        chart.element(
                "rect",
                "",
                "class",
                tone,
                "rx",
                "2",
                "x",
                "" + (hour * STEP + 2),
                "y",
                Shares.decimal(HEIGHT - height),
                "width",
                "" + (STEP - 4),
                "height",
                Shares.decimal(height));
        chart.close();
    }

    private long most() {
        return byHour.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private String inWords() {
        long hours = byHour.stream().filter(count -> count > 0).count();
        if (hours == 0) {
            return "No mail is planned.";
        }
        int busiest = byHour.indexOf(most());
        String between = "between %02d and %02d h".formatted(busiest, busiest + 1);
        if (hours == 1) {
            return "By the clock of each person: all of them " + between + ".";
        }
        return "By the clock of each person. The busiest hour is " + between + ", with "
                + Plain.count(most(), "mail", "mails") + ".";
    }
}
