package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonTest {

    private final StringBuilder out = new StringBuilder();

    @Test
    void aDocumentHasNoBlanksUnlessItIsForPeople() throws IOException {
        write(Json.compact(out));
        assertThat(out.toString()).isEqualTo("{\"a\":1,\"b\":[true,null,{}],\"c\":[]}");
        out.setLength(0);
        write(Json.pretty(out));
        assertThat(out.toString()).isEqualTo("""
                        {
                          "a": 1,
                          "b": [
                            true,
                            null,
                            {}
                          ],
                          "c": []
                        }
                        """);
    }

    private static void write(Json json) throws IOException {
        json.object()
                .field("a", 1)
                .name("b")
                .array()
                .truth(true)
                .nothing()
                .object()
                .end()
                .end();
        json.name("c").array().end().end();
    }

    @Test
    void anArrayOnLinesCanBeComparedLineByLine() throws IOException {
        Json.compact(out)
                .object()
                .name("a")
                .lines()
                .number(1)
                .object()
                .end()
                .end()
                .end();

        assertThat(out.toString()).isEqualTo("{\"a\":[\n1,\n{}\n]}");
    }

    @Test
    void whatCouldDoHarmIsEscaped() throws IOException {
        Json.compact(out).text("\"\\\n\r\t\0\u007f\u0085\u2028\u2029\ufeff</script>\ud83d\ude00é\ud83dx\ude00");

        assertThat(out.toString())
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0000\\u007f\\u0085\\u2028\\u2029\\ufeff\\u003c/script>"
                        + "\ud83d\ude00é\\ud83dx\\ude00\"");
    }

    @Test
    void aNumberHasTheDecimalsAskedForAndIsFinite() throws IOException {
        Json.compact(out)
                .array()
                .number(1, 6)
                .number(1e-7, 6)
                .number(-0.0416665, 6)
                .number(12345678.9, 2)
                .end();

        assertThat(out.toString()).isEqualTo("[1.000000,0.000000,-0.041667,12345678.90]");
        assertThatThrownBy(() -> Json.compact(out).number(Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDocumentThatIsNoneIsNotWritten() {
        assertThatThrownBy(() -> Json.compact(out).object().text("a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Json.compact(out).array().name("a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Json.compact(out).object().name("a").end()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Json.compact(out).end()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Json.compact(out).number(1).number(2)).isInstanceOf(IllegalStateException.class);
    }
}
