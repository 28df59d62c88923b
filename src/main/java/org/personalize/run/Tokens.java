package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.personalize.audience.Customer;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;
import org.personalize.render.TokenSource;

/** The signed tokens of one edition. Those for previews and tests look like real ones, and whoever presents one changes nothing. */
final class Tokens implements TokenSource {

    private final Token.Kind kind;
    private final Campaign campaign;
    private final String occurrence;
    private final Seal seal;

    Tokens(Token.Kind kind, Campaign campaign, String occurrence, SecretKey key) {
        this.kind = kind;
        this.campaign = campaign;
        this.occurrence = occurrence;
        this.seal = new Seal(key);
    }

    @Override
    public String tokenOf(Customer customer) {
        return sealed(kind, customer);
    }

    @Override
    public String linkTokenOf(Customer customer) {
        return sealed(kind == Token.Kind.REAL ? Token.Kind.LINK : kind, customer);
    }

    private String sealed(Token.Kind of, Customer customer) {
        return seal.close(new Token(
                of,
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
