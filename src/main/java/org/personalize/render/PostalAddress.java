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

    boolean isShownIn(Mail mail) {
        return mail.text().contains(address)
                || mail.html().contains(escaped)
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
