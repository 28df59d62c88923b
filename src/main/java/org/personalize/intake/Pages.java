package org.personalize.intake;

/**
 * What a campaign's own pages are called, so that a web server's log can be understood.
 *
 * @param unsubscribe the start of the path of the opt-out page, without the token; blank where it is not known
 * @param preferences the same of the page of preferences
 * @param personParameter the parameter of links that names a person; blank where there is none
 */
public record Pages(String unsubscribe, String preferences, String personParameter) {

    /** Nothing is known: tokens are told by their looks. */
    public static final Pages UNKNOWN = new Pages("", "", "");

    private static final String TOKEN = "${token}";

    /** Of the addresses that a campaign names, with their place holders. */
    public static Pages of(String unsubscribe, String preferences, String personParameter) {
        return new Pages(path(unsubscribe), path(preferences), personParameter);
    }

    private static String path(String address) {
        int host = address.indexOf("://");
        int slash = host < 0 ? address.indexOf('/') : address.indexOf('/', host + "://".length());
        String path = slash < 0 ? "" : address.substring(slash);
        int token = path.indexOf(TOKEN);
        return token < 0 ? path : path.substring(0, token);
    }

    boolean isPreferences(String target) {
        boolean isBoth = preferences.equals(unsubscribe);
        return !preferences.isEmpty() && !isBoth && target.startsWith(preferences);
    }
}
