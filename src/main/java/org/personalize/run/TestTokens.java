package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.personalize.audience.Customer;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;

/** Tokens for previews: they look like real ones, and whoever presents one changes nothing. */
final class TestTokens {

    private final Campaign campaign;
    private final String occurrence;
    private final Seal seal;

    TestTokens(Campaign campaign, String occurrence, SecretKey key) {
        this.campaign = campaign;
        this.occurrence = occurrence;
        this.seal = new Seal(key);
    }

    String tokenOf(Customer customer) {
        return seal.close(new Token(
                Token.Kind.TEST,
                campaign.name(),
                occurrence,
                customer.id(),
                customer.email(),
                campaign.compliance().topic()));
    }

    /** The workspace's key where it has one; a dry run makes none. */
    static SecretKey key(Campaign campaign) {
        try {
            return Files.exists(campaign.secret()) ? SecretKey.read(campaign.secret()) : SecretKey.preview();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
