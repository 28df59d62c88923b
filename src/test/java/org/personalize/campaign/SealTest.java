package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final long SEED = 20260302;
    private static final Token TOKEN =
            new Token(Token.Kind.REAL, "spring-sale", "2026-W10", "c-10042", "maria.gonzalez@example.org", "sales");

    private final Seal seal = new Seal(SecretKey.preview());

    @TempDir
    Path temp;

    @Test
    void whatWasSealedIsWhatIsOpened() {
        assertThat(seal.open(seal.close(TOKEN))).contains(TOKEN);
    }

    @Test
    void anyTextComesBackAsItWas() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            Token token = new Token(
                    Token.Kind.values()[random.nextInt(2)],
                    text(random),
                    text(random),
                    text(random),
                    text(random),
                    text(random));
            assertThat(seal.open(seal.close(token)))
                    .as("seed %d, number %d", SEED, i)
                    .contains(token);
        }
    }

    private static String text(Random random) {
        int[] points = random.ints(random.nextInt(300), 1, 0xD800).toArray();
        return new String(points, 0, points.length);
    }

    @Test
    void aTokenIsFoundInWhatSomebodyCopiesWithIt() {
        String token = seal.close(TOKEN);
        for (String around : new String[] {" %s\n", "https://acme.example/u/%s", "https://acme.example/u?t=%s&x=1"}) {
            assertThat(seal.find(around.formatted(token))).as(around).contains(TOKEN);
        }
        assertThat(seal.find("https://acme.example/u/" + token.substring(1))).isEmpty();
        assertThat(seal.find("")).isEmpty();
    }

    @Test
    void theSameTokenAlwaysLooksTheSame() {
        assertThat(new Seal(SecretKey.preview()).close(TOKEN)).isEqualTo(seal.close(TOKEN));
    }

    @Test
    void aUsualTokenIsShortAndSafeInAnAddress() {
        assertThat(seal.close(TOKEN)).hasSizeLessThan(120).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void nothingInATokenCanBeRead() {
        String bytes = new String(Base64.getUrlDecoder().decode(seal.close(TOKEN)), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("spring", "10042", "maria", "example", "sales", "W10");
    }

    @Test
    void tokensOfTwoPeopleShareNothingButTheirHead() {
        Token other = new Token(Token.Kind.REAL, "spring-sale", "2026-W10", "c-10043", TOKEN.mailbox(), "sales");
        byte[] one = Base64.getUrlDecoder().decode(seal.close(TOKEN));
        byte[] two = Base64.getUrlDecoder().decode(seal.close(other));
        int same = 0;
        for (int i = 3; i < one.length; i++) {
            same += one[i] == two[i] ? 1 : 0;
        }
        assertThat(same).isLessThan(6);
    }

    @Test
    void aTokenChangedInAnyBitIsRefused() {
        byte[] sealed = Base64.getUrlDecoder().decode(seal.close(TOKEN));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(seal.open(text)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void aTokenCutOrLengthenedIsRefused() {
        String text = seal.close(TOKEN);
        for (int length = 0; length < text.length(); length++) {
            assertThat(seal.open(text.substring(0, length)))
                    .as("length %d", length)
                    .isEmpty();
        }
        assertThat(seal.open(text + "A")).isEmpty();
        assertThat(seal.open(text + "=")).isEmpty();
        assertThat(seal.open(" " + text)).isEmpty();
        assertThat(seal.open("A".repeat(1 << 20))).isEmpty();
        assertThat(seal.open("ünïcödé")).isEmpty();
    }

    @Test
    void aTokenOfAnotherWorkspaceIsRefused() throws Exception {
        SecretKey other = SecretKey.readOrCreate(temp.resolve("other.key"));
        assertThat(new Seal(other).open(seal.close(TOKEN))).isEmpty();
    }

    @Test
    void aTestTokenSaysThatItChangesNothing() {
        Token test = new Token(Token.Kind.TEST, "spring-sale", "", "c-1", "a@b.example", "news");
        assertThat(seal.open(seal.close(test)).orElseThrow().changesNothing()).isTrue();
        assertThat(TOKEN.changesNothing()).isFalse();
    }

    @Test
    void aTokenDoesNotPrintWhoseItIs() {
        assertThat(TOKEN.toString()).doesNotContain("maria").doesNotContain("10042");
    }

    @Test
    void anIdOfPathologicalLengthIsRefusedWhenSealed() {
        Token token = new Token(Token.Kind.REAL, "a", "", "x".repeat(2000), "a@b.example", "news");
        assertThatThrownBy(() -> seal.close(token)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOfAMailRevealNothingAndNeverCollide() {
        KeyedHash hash = new KeyedHash(SecretKey.preview());
        Set<String> names = new HashSet<>();
        for (int person = 0; person < 2000; person++) {
            names.add(hash.messageId("spring", "", "c" + person));
            names.add(hash.boundary("spring", "", "c" + person, 0));
            names.add(hash.boundary("spring", "", "c" + person, 1));
            names.add(hash.envelope("spring", "", "c" + person));
        }
        names.add(hash.messageId("sprin", "g", "c1"));
        assertThat(names).hasSize(8001);
        assertThat(hash.messageId("spring", "", "c1")).matches("[a-z2-7]{32}");
        assertThat(hash.envelope("spring", "", "c1")).matches("[a-z2-7]{40}");
        assertThat(hash.boundary("spring", "", "c1", 0)).matches("=_[a-z2-7]{24}");
    }

    @Test
    void onlyTheWorkspaceCanNameAnEnvelopeSender() throws Exception {
        KeyedHash hash = new KeyedHash(SecretKey.preview());
        String envelope = hash.envelope("spring", "", "c1");
        assertThat(hash.isOurs(envelope)).isTrue();
        assertThat(hash.isOurs(envelope.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(hash.isOurs("a".repeat(KeyedHash.ENVELOPE_CHARACTERS))).isFalse();
        assertThat(hash.isOurs(envelope.substring(1))).isFalse();
        assertThat(hash.isOurs("")).isFalse();
        for (int i = 0; i < envelope.length(); i++) {
            char other = envelope.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(hash.isOurs(envelope.substring(0, i) + other + envelope.substring(i + 1)))
                    .isFalse();
        }
        SecretKey foreign = SecretKey.readOrCreate(temp.resolve("foreign.key"));
        assertThat(new KeyedHash(foreign).isOurs(envelope)).isFalse();
    }
}
