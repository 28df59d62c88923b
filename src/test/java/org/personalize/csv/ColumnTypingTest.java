package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

class ColumnTypingTest {

    @TempDir
    Path folder;

    private List<String> notes = List.of();

    @Test
    void numbersAreNumbersInOneWayOfWritingThem() throws IOException {
        assertThat(values("n", "12", "-3", "0", "1000")).containsExactly(12L, -3L, 0L, 1000L);
        assertThat(values("n", "1", "0")).containsExactly(1L, 0L);
        assertThat(values("n", "12.50", "3")).containsExactly(new BigDecimal("12.50"), 3L);
        assertThat(values("n", "1.234,56", "7")).containsExactly(new BigDecimal("1234.56"), 7L);
        assertThat(values("n", "12,5", "7,25")).containsExactly(new BigDecimal("12.5"), new BigDecimal("7.25"));
        assertThat(values("n", "1,234.56", "7")).containsExactly(new BigDecimal("1234.56"), 7L);
        assertThat(values("n", "1,234", "5,678")).containsExactly("1,234", "5,678");
        assertThat(notes).containsExactly("column n stays text: its commas may part thousands or decimals");
    }

    @Test
    void oneCellThatDoesNotFitMakesAColumnText() throws IOException {
        assertThat(values("n", "12", "13", "n/a")).containsExactly("12", "13", "n/a");
        assertThat(values("n", "12", "012")).containsExactly("12", "012");
        assertThat(values("n", "12.5", "12,5")).containsExactly("12.5", "12,5");
        assertThat(values("n", "2026-01-05", "12")).containsExactly("2026-01-05", "12");
    }

    @Test
    void idsCodesAndPhonesStayText() throws IOException {
        for (String name :
                List.of("order_id", "userId", "id", "ZIP", "post code", "plz", "Phone Number", "mobile", "sku")) {
            assertThat(values(name, "12", "13")).as(name).containsExactly("12", "13");
        }
        for (String name : List.of("paid", "valid_points", "grid", "zipped", "number_of_orders")) {
            assertThat(values(name, "12", "13")).as(name).containsExactly(12L, 13L);
        }
        assertThat(values("card", "4111111111111111")).containsExactly("4111111111111111");
        assertThat(values("fone", "+49301234")).containsExactly("+49301234");
    }

    @Test
    void datesAreDatesWhereTheirOrderIsClear() throws IOException {
        var day = LocalDate.of(2026, 3, 31);
        assertThat(values("d", "2026-03-31")).containsExactly(day);
        assertThat(values("d", "31.03.2026")).containsExactly(day);
        assertThat(values("d", "31/03/2026", "01/02/2026")).containsExactly(day, LocalDate.of(2026, 2, 1));
        assertThat(values("d", "03/31/2026", "01/02/2026")).containsExactly(day, LocalDate.of(2026, 1, 2));
        assertThat(values("d", "01/02/2026", "03/04/2026")).containsExactly("01/02/2026", "03/04/2026");
        assertThat(notes).hasSize(1);
        assertThat(values("d", "2026-02-30")).containsExactly("2026-02-30");
    }

    @Test
    void momentsAreMoments() throws IOException {
        var moment = Instant.parse("2026-03-31T10:00:00Z");
        assertThat(values("t", "2026-03-31T12:00:00+02:00", "2026-03-31 10:00")).containsExactly(moment, moment);
        assertThat(values("t", "2026-03-31", "2026-03-31 10:00"))
                .containsExactly(Instant.parse("2026-03-31T00:00:00Z"), moment);
    }

    @Test
    void wordsAreBooleansOnlyWhenBothAreSaid() throws IOException {
        assertThat(values("b", "yes", "No", null)).containsExactly(true, false, null);
        assertThat(values("market", "NO", "NO")).containsExactly("NO", "NO");
    }

    @Test
    void aDeclaredTypeIsObeyed() throws IOException {
        assertThat(declared("order_id", "number", "12", "13")).containsExactly(12L, 13L);
        assertThat(declared("n", "text", "12")).containsExactly("12");
        assertThat(declared("b", "boolean", "1", "0")).containsExactly(true, false);
        assertThat(declared("b", "boolean", "yes")).containsExactly(true);
        assertThat(declared("t", "time", "1767607200")).containsExactly(Instant.parse("2026-01-05T10:00:00Z"));
        assertThat(declared("n", "number", "1.5", "2,5")).containsExactly(new BigDecimal("1.5"), new BigDecimal("2.5"));
    }

    @Test
    void datesWithSlashesAreReadInTheOrderThatIsDeclared() throws IOException {
        assertThat(declared("d", "day/month/year", "02/03/2026", "2026-03-05", "2/3/2026 10:15"))
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 2));
        assertThat(declared("d", "month/day/year", "02/03/2026", "12/31/2026"))
                .containsExactly(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 12, 31));
        var typing = typing("d", Map.of("d", "day/month/year"));
        assertThat(typing.misfit(0, "2/3/2026")).isNull();
        assertThat(typing.misfit(0, "12/31/2026"))
                .isEqualTo("column d: expected a date (day/month/year), found \"12/31/2026\"");
    }

    @Test
    void aCellThatIsNotOfItsDeclaredTypeIsRefused() throws IOException {
        var typing = typing("n", Map.of("n", "number"));
        assertThat(typing.misfit(0, "12")).isNull();
        assertThat(typing.misfit(0, null)).isNull();
        assertThat(typing.misfit(0, "many")).isEqualTo("column n: expected a number, found \"many\"");
    }

    @Test
    void aDeclarationThatCannotBeMeantIsAProblem() {
        assertThatThrownBy(() -> typing("n", Map.of("n", "nummer", "m", "text")))
                .isInstanceOf(InputProblem.class)
                .hasMessage(
                        "spring.yaml, column m: expected one of the columns n, found \"m\". Did you mean n?\n"
                                + "spring.yaml, column n: expected text, number, boolean, date, time, day/month/year or month/day/year, found \"nummer\". Did you mean number?");
    }

    private List<Object> values(String name, String... cells) throws IOException {
        return read(typing(name, Map.of()), cells);
    }

    private List<Object> declared(String name, String type, String... cells) throws IOException {
        return read(typing(name, Map.of(name, type)), cells);
    }

    private List<Object> read(ColumnTyping typing, String... cells) {
        for (String cell : cells) {
            typing.observe(0, cell);
        }
        TypedColumns types = typing.decide();
        notes = types.notes();
        var values = new ArrayList<Object>();
        for (String cell : cells) {
            values.add(types.value(0, cell));
        }
        return values;
    }

    private ColumnTyping typing(String name, Map<String, String> types) throws IOException {
        Files.writeString(folder.resolve("a.csv"), name + "\n");
        var source = new TableSource("items", folder, "a.csv", Map.of(), HeaderAliases.NONE, List.of(), Place.NOWHERE);
        return ColumnTyping.of(Table.open(source), types, Set.of(), ZoneOffset.UTC, Place.file("spring.yaml"));
    }
}
