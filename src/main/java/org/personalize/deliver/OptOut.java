package org.personalize.deliver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.render.Mail;

/**
 * The ways out of the list that a mail program offers beside the sender's name.
 *
 * @param page the one https address, on which one click is enough
 * @param mailto an address to which an opt-out can be mailed
 */
record OptOut(@Nullable String page, @Nullable String mailto) {

    private static final String HTTPS = "https://";
    private static final String MAILTO = "mailto:";

    /** Stands in an address for the name of the mail. */
    static final String TOKEN = "${token}";

    /** @param envelopeName what stands for the mail in an address; for a mailto that still has its place holder */
    static OptOut of(Mail mail, Supplier<String> envelopeName) {
        String page = mail.unsubscribe();
        boolean isSecure = page != null && page.regionMatches(true, 0, HTTPS, 0, HTTPS.length());
        String mailto = mail.unsubscribeMailto();
        return new OptOut(
                page != null && isSecure ? Postbox.asciiUrl(page) : null,
                mailto == null ? null : asciiMailto(named(mailto, envelopeName)));
    }

    private static String named(String address, Supplier<String> envelopeName) {
        return address.contains(TOKEN) ? address.replace(TOKEN, envelopeName.get()) : address;
    }

    /** One click is promised for the page alone: a mailed opt-out is read later. */
    void writeTo(HeaderBlock header) {
        if (page != null && mailto != null) {
            header.pieces("List-Unsubscribe", '<' + page + ">,", '<' + mailto + '>');
        } else if (page != null || mailto != null) {
            header.pieces("List-Unsubscribe", '<' + (page == null ? "" : page) + (mailto == null ? "" : mailto) + '>');
        }
        if (page != null) {
            header.pieces("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static String asciiMailto(String mailto) {
        String bare = mailto.startsWith(MAILTO) ? mailto.substring(MAILTO.length()) : mailto;
        int query = bare.indexOf('?');
        Postbox box = Postbox.of(query < 0 ? bare : bare.substring(0, query));
        String local = URLEncoder.encode(box.local(), StandardCharsets.UTF_8).replace("%2B", "+");
        return MAILTO + local + '@' + box.domain() + (query < 0 ? "" : Postbox.asciiUrl(bare.substring(query)));
    }
}
