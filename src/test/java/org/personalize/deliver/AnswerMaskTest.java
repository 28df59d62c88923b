package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<jane@shop.example>: unknown | <j***@shop.example>: unknown",
                "jane@shop.example | j***@shop.example",
                "no jane.o'brien+x@shop.example, sorry | no j***@shop.example, sorry",
                "rcpt=\"jane doe\"@shop.example | rcpt=\"***@shop.example",
                "\"a@b\"@shop.example | \"***@shop.example",
                "SRS0=HHH=TT=shop.example=jane@relay.example | S***@relay.example",
                "bounce+jane=shop.example@relay.example no | b***@relay.example no",
                "orcpt=rfc822;jane+40shop.example | orcpt=rfc822;j***+40shop.example",
                "?to=jane%40shop.example&x | ?***%40shop.example&x",
                "jürgen@käse.example | j***@käse.example",
                "用户@例子.广告 no | 用***@例子.广告 no",
                "😀x@shop.example | 😀***@shop.example",
                "jane＠shop.example | j***＠shop.example",
                "a@b.example,c@d.example | a***@b.example,c***@d.example",
                "2.0.0 Ok: queued as 4X | 2.0.0 Ok: queued as 4X",
                "lonely @ sign | lonely ***@ sign"
            })
    void addressesAreHidden(String text, String masked) {
        assertThat(AnswerMask.ANY.over(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jane.doe at shop.example is unknown | j*** at shop.example is unknown",
                "jane.doe=shop.example | j***=shop.example",
                "No such user 'JANE.DOE' here | No such user 'J***' here",
                "jane.doering stays | jane.doering stays"
            })
    void theKnownAddressIsHiddenInOtherGuisesToo(String text, String masked) {
        assertThat(AnswerMask.of(Postbox.of("jane.doe@shop.example")).over(text))
                .isEqualTo(masked);
    }

    @Test
    void aNameThatIsAWordOfEveryAnswerIsLeftAlone() {
        assertThat(AnswerMask.of(Postbox.of("user@shop.example")).over("user unknown, user(at)shop.example"))
                .isEqualTo("user unknown, u***(at)shop.example");
    }

    @Test
    void noAddressGetsThroughWhateverStandsAroundIt() {
        List<String> locals = List.of(
                "jane.doe", "o'brien", "x_y-z", "jürgen.müller", "a+tag", "用户名", "b/c=d", "{weird}|~", "UPPER.case9");
        List<String> domains = List.of("shop.example", "käse.example", "xn--kse-qla.example", "a.b.c.d.example");
        List<String> before =
                List.of("", "<", "\"", "to=<", "mailto:", "(", "for ", "[", "550 5.1.1 ", "<<", "'", "SRS0=A=B=");
        List<String> after = List.of("", ">", "\"", ">: no", ")", " unknown", "]", ";", ",", "'...", "?x=y");
        List<String> signs = List.of("@", "@", "@", "+40", "%40", "=40", "\uFF20");
        var random = new Random(20260302);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            String local = pick(locals, random);
            String domain = pick(domains, random);
            for (int j = random.nextInt(4); j >= 0; j--) {
                text.append(pick(before, random))
                        .append(local)
                        .append(pick(signs, random))
                        .append(domain);
                text.append(pick(after, random)).append(random.nextBoolean() ? " " : "\t");
            }
            String masked = AnswerMask.ANY.over(text.toString());
            assertThat(masked).as("round %d of seed 20260302: %s", i, text).doesNotContain(local);
            assertThat(AnswerMask.of(Postbox.of(local + '@' + domain)).over(masked))
                    .doesNotContain(local);
        }
    }

    @Test
    void anyNoiseIsSurvivedAndNoRealAtSignKeepsItsName() {
        String alphabet = "ab.@\"<> ()+40%=\\\uFF20\uD83D\uDE00é;:\n";
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String masked = AnswerMask.ANY.over(text.toString());
            assertThat(masked).as("round %d of seed 7: %s", i, text).doesNotMatch("(?s).*[ab.]{2}@.*");
        }
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
