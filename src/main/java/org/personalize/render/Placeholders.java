package org.personalize.render;

import java.util.Locale;
import java.util.regex.Pattern;

/** What stands in a new workspace for one's own words and addresses; mail to real people must not hold it. */
public final class Placeholders {

    public static final String SHOP = "Your Shop";
    public static final String POSTAL_ADDRESS = SHOP + ", 1 Street, Town";
    public static final String SITE = "https://www.example.com/";

    /** What a first template says where somebody's own words belong. */
    public static final String FIRST_WORDS = "This is your first mail. Write here what you want to say to everybody";

    /** The domains that nobody can own, in an address or a link; names that end with .example are for trials. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?i)(@|^https?://([^/]*\\.)?)example\\.(com|net|org)(?![^/:?#])");

    /** Names that can belong to nobody, by RFC 2606. */
    private static final Pattern RESERVED =
            Pattern.compile("[@.](example|test|invalid|localhost|example\\.(com|net|org))$");

    private Placeholders() {}

    /** Whether a link or an address is one of those kept for examples. */
    static boolean isExample(String target) {
        return EXAMPLE.matcher(target).find();
    }

    /** Whether an address can be nobody's. */
    static boolean isInvented(String address) {
        return RESERVED.matcher(address.toLowerCase(Locale.ROOT)).find();
    }
}
