package org.personalize.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.personalize.measure.Interval;

/**
 * Columns side by side over a common ground, such as hours or days, with the range of each where it was measured.
 *
 * @param inWords what the plot shows, for those who cannot see it
 */
record ColumnPlot(List<Column> columns, Unit unit, String inWords) {

    private static final double HEIGHT = 168;

    /** Room above the highest column, for half a line of the axis. */
    private static final double TOP = 10;

    private static final double BELOW = 24;

    /** The share of its place that a column fills, and the most it may fill of a plot that has few. */
    private static final double FILLED = 0.8;

    private static final double WIDEST = 9;
    private static final double LOWEST = 1.5;

    /** So many labels stand side by side on a phone: of two letters, and of more. */
    private static final int SHORT_LABELS = 8;

    private static final int LONG_LABELS = 5;

    /**
     * @param label below the column, where there is room for it; may be empty
     * @param hint the figure in words
     * @param isKnown whether enough was measured to show it; else its place stays empty
     */
    record Column(String label, double value, Optional<Interval> range, String hint, boolean isKnown) {

        static Column of(String label, double value, String hint) {
            return new Column(label, value, Optional.empty(), hint, true);
        }

        static Column of(String label, Interval range, String hint) {
            return new Column(label, range.mean(), Optional.of(range), hint, true);
        }

        static Column unknown(String label, String hint) {
            return new Column(label, 0, Optional.empty(), hint, false);
        }

        private double most() {
            return range.map(Interval::high).orElse(value);
        }
    }

    ColumnPlot {
        columns = List.copyOf(columns);
    }

    Markup markup() {
        Scale scale = scale();
        Drawing drawing = Drawing.of("columns with-axis", TOP + HEIGHT + BELOW, inWords);
        for (double tick : scale.ticks()) {
            double y = y(scale, tick);
            drawing.line(tick == 0 ? "axis" : "grid", 0, y, 100, y);
            drawing.wordsInMargin(unit.brief(tick, scale.step()), y + 4);
        }
        Set<Integer> labelled = labelled();
        for (int i = 0; i < columns.size(); i++) {
            column(drawing, scale, i);
            if (labelled.contains(i)) {
                drawing.words(columns.get(i).label(), (i + 0.5) * 100 / columns.size(), TOP + HEIGHT + 17, "middle");
            }
        }
        return drawing.markup();
    }

    private void column(Drawing drawing, Scale scale, int i) {
        Column column = columns.get(i);
        double place = 100.0 / columns.size();
        double width = Math.min(WIDEST, FILLED * place);
        double middle = (i + 0.5) * place;
        drawing.group(column.hint());
        drawing.bar("place", i * place, TOP, place, HEIGHT);
        if (column.isKnown() && column.value() > 0) {
            double height = Math.max(LOWEST, HEIGHT * scale.share(column.value()));
            String tone = column.value() == largest() ? "column most" : "column";
            drawing.bar(tone, middle - width / 2, TOP + HEIGHT - height, width, height);
        }
        column.range()
                .ifPresent(range -> drawing.line("whisker", middle, y(scale, range.low()), middle, y(scale, range.high())));
        drawing.endOfGroup();
    }

    private static double y(Scale scale, double value) {
        return TOP + HEIGHT * (1 - scale.share(value));
    }

    private Scale scale() {
        double most = columns.stream()
                .filter(Column::isKnown)
                .mapToDouble(Column::most)
                .max()
                .orElse(0);
        Scale scale = Scale.upTo(most);
        return unit == Unit.COUNT && scale.step() < 1 ? new Scale(0, Math.max(1, Math.ceil(most)), 1) : scale;
    }

    private double largest() {
        return columns.stream()
                .filter(Column::isKnown)
                .mapToDouble(Column::value)
                .max()
                .orElse(0);
    }

    /** Of the columns that have a label, as many as find room beside each other. */
    private Set<Integer> labelled() {
        List<Integer> withLabel = IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).label().isEmpty())
                .boxed()
                .toList();
        boolean areShort = columns.stream().allMatch(column -> column.label().length() <= 2);
        int labels = areShort ? SHORT_LABELS : LONG_LABELS;
        int step = Math.max(1, (withLabel.size() + labels - 1) / labels);
        return IntStream.range(0, withLabel.size())
                .filter(i -> i % step == 0)
                .mapToObj(withLabel::get)
                .collect(Collectors.toSet());
    }
}
