package org.personalize.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

class TableTest {

    private static final HeaderAliases ALIASES =
            new HeaderAliases(Map.of("emailaddress", "email", "mail", "email", "shopper", "customer_id"));

    @TempDir
    Path folder;

    private final Rejects rejects = new Rejects();

    @Test
    void aPlainFileIsReadWithItsLines() throws IOException {
        write("a.csv", "customer_id,email\n1,ann@x.example\n2,bob@x.example\n");
        assertThat(rows("a.csv")).containsExactly("a.csv:2 [1, ann@x.example]", "a.csv:3 [2, bob@x.example]");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFound(String delimiter) throws IOException {
        write(
                "a.csv",
                "customer_id,email,note\n1,ann@x.example,\"a,b;c\td|e\"\n2,bob@x.example,x\n".replace(",", delimiter));
        assertThat(cells("a.csv").get(0).get(2)).isEqualTo("a,b;c\td|e".replace(",", delimiter));
    }

    @Test
    void aSemicolonFileMayHoldDecimalCommas() throws IOException {
        write("a.csv", "customer_id;spent\n1;12,50\n2;7,00\n");
        assertThat(cells("a.csv")).containsExactly(List.of("1", "12,50"), List.of("2", "7,00"));
    }

    @Test
    void excelsOwnDelimiterLineIsObeyedAndCounted() throws IOException {
        write("a.csv", "sep=;\r\ncustomer_id;email\r\n1;ann@x.example\r\n");
        assertThat(rows("a.csv")).containsExactly("a.csv:3 [1, ann@x.example]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsALineEnd(String lineEnd) throws IOException {
        write("a.csv", "customer_id,email\n1,\"two\nlines\"\n\n \n,\n3,c@x.example".replace("\n", lineEnd));
        assertThat(rows("a.csv")).containsExactly("a.csv:2 [1, two" + lineEnd + "lines]", "a.csv:7 [3, c@x.example]");
        assertThat(rejects.count()).isZero();
    }

    @Test
    void everyEncodingIsFound() throws IOException {
        String text = "customer_id,email,first_name\n1,j@x.example,J\u00fcrgen \u20ac\n";
        write("plain.csv", text.getBytes(UTF_8));
        write("mark.csv", ("\uFEFF" + text).getBytes(UTF_8));
        write("little.csv", ("\uFEFF" + text).getBytes(UTF_16LE));
        write("big.csv", ("\uFEFF" + text).getBytes(UTF_16BE));
        write("unmarked.csv", text.getBytes(UTF_16LE));
        write("western.csv", text.getBytes(Charset.forName("windows-1252")));
        for (String file : List.of("plain", "mark", "little", "big", "unmarked", "western")) {
            assertThat(cells(file + ".csv"))
                    .as(file)
                    .containsExactly(List.of("1", "j@x.example", "J\u00fcrgen \u20ac"));
        }
    }

    @Test
    void theEncodingIsFoundHoweverLateItShows() throws IOException {
        var text = new StringBuilder("customer_id,first_name\n");
        for (int i = 0; i < 40_000; i++) {
            text.append(i).append(",Ann\n");
        }
        text.append("last,J\u00fcrgen\n");
        write("utf8.csv", text.toString().getBytes(UTF_8));
        write("western.csv", text.toString().getBytes(ISO_8859_1));
        for (String file : List.of("utf8.csv", "western.csv")) {
            List<List<String>> cells = cells(file);
            assertThat(cells.get(cells.size() - 1)).isEqualTo(List.of("last", "J\u00fcrgen"));
        }
    }

    @Test
    void aByteThatIsNoTextPutsItsRowAside() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("customer_id,first_name\n1,J\u00fcrgen\n2,Zo\u00eb\n3,Ann".getBytes(UTF_8));
        bytes.write(0xFC);
        bytes.write("a\n4,Bob\n".getBytes(UTF_8));
        write("a.csv", bytes.toByteArray());
        assertThat(cells("a.csv")).extracting(row -> row.get(0)).containsExactly("1", "2", "4");
        assertThat(rejects.examples(0, 9))
                .containsExactly("a.csv:4: the row holds a NUL or bytes that are no text in the file's encoding");
    }

    @Test
    void aZeroFarInsidePutsItsRowAside() throws IOException {
        write("a.csv", "customer_id,first_name\n" + "1,Ann\n".repeat(2_000) + "2,A\0nn\n3,Bob\n");
        assertThat(cells("a.csv")).hasSize(2_001);
        assertThat(rejects.count()).isEqualTo(1);
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        write("a.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        write("b.csv", new byte[] {1, 0, 2, 3, 0, 0, 9});
        for (String file : List.of("a.csv", "b.csv")) {
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("binary file")
                    .hasMessageContaining("Export the table as CSV");
        }
    }

    @Test
    void packedFilesAndGlobsAreOneTable() throws IOException {
        Files.createDirectories(folder.resolve("in/deep"));
        write("in/b.csv", "email;customer_id\nb@x.example;2\n");
        write("in/deep/c.csv", "customer_id,note\n3,hi\n");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("customer_id,email\n1,a@x.example\n".getBytes(UTF_8));
        }
        write("in/a.csv.gz", bytes.toByteArray());
        assertThat(rows("in/*.csv*")).containsExactly("in/a.csv.gz:2 [1, a@x.example]", "in/b.csv:2 [2, b@x.example]");
        assertThat(rows("in/**/*.csv"))
                .containsExactly("in/b.csv:2 [b@x.example, 2, null]", "in/deep/c.csv:2 [null, 3, hi]");
    }

    @Test
    void aPackedFileThatIsCutOffIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100_000; i++) {
                zip.write((i + "," + i * 7919L % 104729 + "\n").getBytes(UTF_8));
            }
        }
        write("a.csv.gz", Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        assertThatThrownBy(() -> rows("a.csv.gz"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("damaged or cut off");
    }

    @Test
    void aPatternWithoutFilesIsAProblem() {
        for (String pattern : List.of("none.csv", "*.none", "no/such/*.csv", "[")) {
            assertThatThrownBy(() -> open(pattern))
                    .as(pattern)
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("Correct data.customers");
        }
    }

    @Test
    void headersOfOthersAreRecognised() throws IOException {
        write("a.csv", " Shopper , E-Mail_ADDRESS!,Sign-up Date,Tier,\n1,a@x.example,2026-01-01,gold,\n");
        assertThat(open("a.csv").columns()).containsExactly("customer_id", "email", "sign_up_date", "Tier");
        assertThat(open("a.csv").column("tier")).isEqualTo(3);
        assertThat(cells("a.csv")).containsExactly(List.of("1", "a@x.example", "2026-01-01", "gold"));
    }

    @Test
    void aDeclaredHeaderWinsOverTheUsualOnes() throws IOException {
        write("a.csv", "email,Work Mail\nprivate@x.example,work@x.example\n");
        var table = Table.open(source("a.csv", Map.of("email", "work mail"), List.of("email")));
        assertThat(table.columns()).containsExactly("email_2", "email");
    }

    @Test
    void aDeclaredHeaderThatIsMissingNamesTheNearest() throws IOException {
        write("a.csv", "Shoper,E-Mail\n1,a@x.example\n");
        assertThatThrownBy(() -> Table.open(source("a.csv", Map.of("customer_id", "Shopper"), List.of())))
                .isInstanceOf(InputProblem.class)
                .hasMessage(
                        "spring.yaml:7:3: expected the header \"Shopper\" in a.csv for customer_id, found \"Shoper\", \"E-Mail\". "
                                + "Correct it under data.customers.columns. Did you mean \"Shoper\"?");
    }

    @Test
    void aRequiredColumnThatIsMissingIsAProblem() throws IOException {
        write("a.csv", "name\nAnn\n");
        assertThatThrownBy(() -> Table.open(source("a.csv", Map.of(), List.of("email"))))
                .hasMessageContaining("expected a column email, found \"name\"");
    }

    @Test
    void twoHeadersThatNobodyCanTellApartAreAProblem() throws IOException {
        write("a.csv", "E-Mail Address,Email address\na@x.example,b@x.example\n");
        assertThatThrownBy(() -> open("a.csv")).hasMessageContaining("occurs twice, in columns 1 and 2");
    }

    @Test
    void twoHeadersThatAreBothDeclaredAreAProblemUnlessOneIsWrittenExactly() throws IOException {
        write("a.csv", "ID,Mail,Mail\n1,a@x.example,b@x.example\n");
        assertThatThrownBy(() -> Table.open(source("a.csv", Map.of("email", "Mail"), List.of())))
                .hasMessageContaining("column email: the header \"Mail\" occurs twice, in columns 2 and 3");
        write("b.csv", "ID,mail,Mail\n1,a@x.example,b@x.example\n");
        assertThatThrownBy(() -> Table.open(source("b.csv", Map.of("email", "MAIL"), List.of())))
                .hasMessageContaining("column email: the header \"mail\" occurs twice, in columns 2 and 3");
        assertThat(Table.open(source("b.csv", Map.of("email", "Mail"), List.of()))
                        .columns())
                .containsExactly("ID", "mail", "email");
    }

    @Test
    void furtherHeadersMayOccurTwice() throws IOException {
        write("a.csv", "email,note,Note\na@x.example,one,two\n");
        assertThat(open("a.csv").columns()).containsExactly("email", "note", "Note_2");
        assertThat(open("a.csv").notes())
                .containsExactly(
                        "a.csv: columns 2 and 3 have the same header, \"Note\"; the first is note, the other Note_2.");
    }

    @Test
    void aFileThatLacksAColumnByWhichPeopleOptOutIsNamed() throws IOException {
        write("a.csv", "email,Do_not_email\na@x.example,yes\n");
        write("b.csv", "email\nb@x.example\n");
        write("c.csv", "email,do not email\nc@x.example,no\n");
        var source = new TableSource(
                "customers",
                folder,
                "*.csv",
                Map.of(),
                ALIASES,
                List.of("email"),
                List.of("do_not_email", "sms_ok"),
                Place.at("spring.yaml", 7, 3));
        assertThat(Table.open(source).notes())
                .containsExactly("b.csv: there is no column \"do_not_email\", which another file has; it counts as"
                        + " blank for everybody here.");
    }

    @Test
    void aFileOfWhichNothingCanBeKnownIsNotCalledMissing() throws IOException {
        write("folder", "a file where a folder is meant");
        assertThatThrownBy(() -> open("folder/a.csv"))
                .hasMessageContaining("folder/a.csv cannot be read: Not a directory.");
        assertThatThrownBy(() -> open("b.csv")).hasMessageContaining("there is no b.csv");
    }

    @Test
    void anEmptyFileIsAProblemAndAHeaderAloneIsNot() throws IOException {
        write("empty.csv", "");
        write("blank.csv", "\n\n");
        write("header.csv", "email\n");
        assertThatThrownBy(() -> open("empty.csv")).hasMessageContaining("found an empty file");
        assertThatThrownBy(() -> open("blank.csv")).hasMessageContaining("found an empty file");
        assertThat(rows("header.csv")).isEmpty();
    }

    @Test
    void rowsOfTheWrongLengthArePutAside() throws IOException {
        write("a.csv", "customer_id,email\n1\n2,b@x.example\n3,c@x.example,more\n4,d@x.example,,\n");
        assertThat(cells("a.csv")).extracting(row -> row.get(0)).containsExactly("2", "4");
        assertThat(rejects.examples(0, 9))
                .containsExactly("a.csv:2: expected 2 cells, found 1", "a.csv:4: expected 2 cells, found 3");
    }

    @Test
    void aCellIsItsOwnHoweverLikeTheOneAbove() throws IOException {
        write("a.csv", "a,b\nyes,x\nyes,\"x\"\n yes ,xy\n,x\nyet,\n\"ye\"\"s\",y\nyes,y\n");
        assertThat(cells("a.csv").stream().map(String::valueOf))
                .containsExactly(
                        "[yes, x]", "[yes, x]", "[yes, xy]", "[null, x]", "[yet, null]", "[ye\"s, y]", "[yes, y]");
    }

    @Test
    void aQuoteInsideACellIsText() throws IOException {
        write("a.csv", "customer_id,email\n1,ab\"c\n2, \"x, \"\"y\"\"\" \n");
        assertThat(cells("a.csv")).containsExactly(List.of("1", "ab\"c"), List.of("2", "x, \"y\""));
    }

    @Test
    void anUnclosedQuoteCostsOneRow() throws IOException {
        write("a.csv", "customer_id,email,note\n1,a,\"open\n2,b,x\n3,c,\"quoted\"\n4,d,\"open again\n5,e,x\n");
        assertThat(cells("a.csv")).extracting(row -> row.get(0)).containsExactly("2", "3", "5");
        assertThat(rejects.examples(0, 9))
                .containsExactly(
                        "a.csv:2: a quote that opens in this row is not closed where its cell ends",
                        "a.csv:5: a quote that opens in this row is not closed where its cell ends");
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowAMillionRows() throws IOException {
        write("a.csv", "customer_id,email\n0,\"open\n" + "1,a@x.example\n".repeat(200_000));
        assertThat(cells("a.csv")).hasSize(200_000);
        assertThat(rejects.count()).isEqualTo(1);
    }

    @Test
    void textBehindAClosingQuotePutsItsRowAside() throws IOException {
        write("a.csv", "customer_id,email\n1,\"ab\"c\n2,\"Ann \"The Boss\" Lee\"\n3,x\n");
        assertThat(cells("a.csv")).containsExactly(List.of("3", "x"));
        assertThat(rejects.examples(0, 1)).containsExactly("a.csv:2: text follows the closing quote of a cell");
    }

    @Test
    void endlessLinesAndCellsArePutAside() throws IOException {
        write("a.csv", "customer_id,email\n1," + "x".repeat(3_000_000) + "\n2,b\n3," + "y".repeat(200_000) + "\n4,d\n");
        assertThat(cells("a.csv")).extracting(row -> row.get(0)).containsExactly("2", "4");
        assertThat(rejects.examples(0, 2))
                .containsExactly(
                        "a.csv:2: the line is longer than 1048576 characters",
                        "a.csv:4: a cell is longer than 131072 characters");
    }

    @Test
    void filesMayWriteTheSameColumnEachInItsWay() throws IOException {
        write("a.csv", "customer_id,Do_not_email\n1,yes\n");
        write("b.csv", "do-not-email,customer_id\nno,2\n");
        assertThat(open("*.csv").columns()).containsExactly("customer_id", "Do_not_email");
        assertThat(cells("*.csv")).containsExactly(List.of("1", "yes"), List.of("2", "no"));
    }

    @Test
    void columnsThatOneFileTellsApartStayApartInAll() throws IOException {
        write("a.csv", "customer_id,Note\n1,first\n");
        write("b.csv", "customer_id,note,Note\n2,second,third\n");
        assertThat(cells("*.csv")).containsExactly(Arrays.asList("1", "first", null), List.of("2", "second", "third"));
    }

    @Test
    void aTableMayComeWithoutAHeader() throws IOException {
        write("a.txt", "a@x.example\nb@x.example\n");
        var table = Table.open(
                source("a.txt", Map.of(), List.of()),
                first -> first.get(0).contains("@") ? List.of("email") : List.of());
        var seen = new ArrayList<String>();
        table.read(rejects, row -> {
            seen.add(row.cell(0));
            return null;
        });
        assertThat(seen).containsExactly("a@x.example", "b@x.example");
    }

    @Test
    void whatTheReaderRefusesIsPutAsideAsTheFileHasIt() throws IOException {
        write("a.csv", "customer_id,email\n\"=1\", x\n2,y\n");
        var reading = open("a.csv").read(rejects, row -> row.line() == 2 ? "not this one" : null);
        assertThat(reading).isEqualTo(new Table.Reading(2, 1));
        rejects.write(folder.resolve("rejects.csv"));
        assertThat(folder.resolve("rejects.csv"))
                .hasContent("file,line,reason,row\na.csv,2,not this one,\"\"\"=1\"\", x\"\n");
    }

    @Test
    void whatTheScoutFindsForASoundRowComesWithIt() throws IOException {
        write("a.csv", "id,name\n" + "1,ann\n2,bob,too much\n3,kim\n".repeat(1_000));
        var scout = new Table.Scout() {
            private final List<Long> seen = new ArrayList<>();

            @Override
            public void see(Table.Row row) {
                seen.add(1_000 * row.line() + Long.parseLong(String.valueOf(row.cell(0))));
            }

            @Override
            public long[] found() {
                long[] found = seen.stream().mapToLong(Long::longValue).toArray();
                seen.clear();
                return found;
            }
        };
        var taken = new ArrayList<String>();
        open("a.csv")
                .read(
                        rejects,
                        row -> {
                            taken.add(row.cell(1));
                            assertThat(row.found())
                                    .isEqualTo(1_000 * row.line() + Long.parseLong(String.valueOf(row.cell(0))));
                            return null;
                        },
                        scout);
        assertThat(taken).hasSize(2_000).startsWith("ann", "kim", "ann");
    }

    private Table open(String pattern) {
        return Table.open(source(pattern, Map.of(), List.of()));
    }

    private TableSource source(String pattern, Map<String, String> columns, List<String> required) {
        return new TableSource("customers", folder, pattern, columns, ALIASES, required, Place.at("spring.yaml", 7, 3));
    }

    private List<String> rows(String pattern) {
        var rows = new ArrayList<String>();
        var table = open(pattern);
        table.read(rejects, row -> {
            rows.add(row.file() + ":" + row.line() + " "
                    + cells(row, table.columns().size()));
            return null;
        });
        return rows;
    }

    private List<List<String>> cells(String pattern) {
        var rows = new ArrayList<List<String>>();
        var table = open(pattern);
        table.read(rejects, row -> {
            rows.add(cells(row, table.columns().size()));
            return null;
        });
        return rows;
    }

    private static List<String> cells(Table.Row row, int columns) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            cells.add(row.cell(i));
        }
        return cells;
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
