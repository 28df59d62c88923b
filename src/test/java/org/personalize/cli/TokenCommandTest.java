package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;

class TokenCommandTest extends InTheShop {

    /** A link that was signed with the key in a file, which is made where there is none. */
    private String link(String key, String campaign) throws IOException {
        SecretKey secret = SecretKey.readOrCreate(folder.resolve(key));
        var token = new Token(Token.Kind.REAL, campaign, "", "c1", "ann@one.example", "news");
        return "https://shop.example/u/" + new Seal(secret).close(token);
    }

    private void name(String campaign, String key) throws IOException {
        shop.write(
                campaign + ".yaml",
                shop.read("spring.yaml").replace("campaign: spring", "campaign: " + campaign) + "secret: " + key
                        + "\n");
    }

    @Test
    void aTokenIsReadWithTheFoldersKey() throws IOException {
        String link = link("personalize.key", "spring");
        assertThat(terminal.type("token", "verify", link)).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("campaign    spring\n").contains("customer    c1\n");
    }

    @Test
    void aTokenIsReadWithTheKeyThatItsCampaignNames() throws IOException {
        name("summer", "own.key");
        link("personalize.key", "spring");
        String link = link("own.key", "summer");
        assertThat(terminal.type("token", "verify", link)).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("campaign    summer\n");
    }

    @Test
    void aCampaignThatCannotBeReadKeepsNoTokenOfAnotherFromBeingRead() throws IOException {
        shop.write("autumn.yaml", "campaign: [\n");
        assertThat(terminal.type("token", "verify", link("personalize.key", "spring")))
                .as(terminal.err())
                .isZero();
    }

    @Test
    void aTokenThatWasSignedElsewhereIsNobodys() throws IOException {
        link("personalize.key", "spring");
        String foreign = link("elsewhere.key", "spring");
        assertThat(terminal.type("token", "verify", foreign)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("no token of this workspace");
    }

    @Test
    void withoutAKeyThereIsNothingToReadWith() {
        assertThat(terminal.type("token", "verify", "AbC")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("there is no key file");
    }
}
