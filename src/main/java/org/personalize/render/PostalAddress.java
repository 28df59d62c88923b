package org.personalize.render;

/** The postal address of a campaign, and whether a mail shows it, on one line or on several. */
final class PostalAddress {

    private final String address;
    private final String escaped;
    private final String letters;

    PostalAddress(String address) {
        this.address = address;
        this.escaped = Rewriting.escaped(address);
        this.letters = letters(address);
    }

    /** Looks into the HTML first, for which no text part need be written. */
    boolean isShownIn(Mail mail) {
        return mail.html().contains(escaped)
                || mail.text().contains(address)
                || letters(mail.text()).contains(letters);
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
