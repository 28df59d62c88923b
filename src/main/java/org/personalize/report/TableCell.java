package org.personalize.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.personalize.measure.Interval;

/** A cell of a table of figures: how it is shown, by what it is sorted, and how it stands in the saved file. */
sealed interface TableCell {

    /** Decimals in the file. */
    int DECIMALS = 6;

    /** A figure without a range is shown to a hundredth of itself. */
    double DIGITS = 100;

    void show(Markup cell);

    /** What rows are sorted by; a cell without it comes last. */
    Optional<String> order();

    /** One cell of the file, or three of a measured figure; those that are missing are blank. */
    List<String> exported();

    /** Words from a file or from us. */
    record Words(String text) implements TableCell {
        @Override
        public void show(Markup cell) {
            cell.value(text);
        }

        @Override
        public Optional<String> order() {
            return Optional.of(text);
        }

        @Override
        public List<String> exported() {
            return List.of(text);
        }
    }

    record Whole(long count) implements TableCell {
        @Override
        public void show(Markup cell) {
            cell.text(Plain.count(count));
        }

        @Override
        public Optional<String> order() {
            return Optional.of(Long.toString(count));
        }

        @Override
        public List<String> exported() {
            return List.of(Long.toString(count));
        }
    }

    /** A figure with the range that it may lie in. */
    record Measured(Interval value, Unit unit) implements TableCell {

        @Override
        public void show(Markup cell) {
            cell.text(Plain.middle(value, unit)).text(" ");
            cell.element("span", Plain.between(value, unit), "class", "between");
        }

        @Override
        public Optional<String> order() {
            return Optional.of(Double.toString(value.mean()));
        }

        @Override
        public List<String> exported() {
            return value.hasRange()
                    ? List.of(decimal(value.mean()), decimal(value.low()), decimal(value.high()))
                    : List.of(decimal(value.mean()), "", "");
        }
    }

    /** A figure that stands for itself, such as what was expected. */
    record Figure(double value, Unit unit) implements TableCell {
        @Override
        public void show(Markup cell) {
            cell.text(unit.write(value, Math.abs(value) / DIGITS));
        }

        @Override
        public Optional<String> order() {
            return Optional.of(Double.toString(value));
        }

        @Override
        public List<String> exported() {
            return List.of(decimal(value));
        }
    }

    /** A measured figure that may be more or less than nothing. */
    record Difference(Interval value, Unit unit) implements TableCell {
        @Override
        public void show(Markup cell) {
            cell.text(Plain.signedMiddle(value, unit)).text(" ");
            cell.element("span", Plain.signedBetween(value, unit), "class", "between");
        }

        @Override
        public Optional<String> order() {
            return new Measured(value, unit).order();
        }

        @Override
        public List<String> exported() {
            return new Measured(value, unit).exported();
        }
    }

    /** What is not shown, such as a group too small, and why. */
    record Withheld(String why) implements TableCell {

        static final Withheld TOO_FEW = new Withheld("fewer than " + CampaignReport.LEAST_PEOPLE);

        @Override
        public void show(Markup cell) {
            cell.element("span", "–", "aria-hidden", "true").element("span", why, "class", "withheld");
        }

        @Override
        public Optional<String> order() {
            return Optional.empty();
        }

        @Override
        public List<String> exported() {
            return List.of();
        }
    }

    private static String decimal(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
