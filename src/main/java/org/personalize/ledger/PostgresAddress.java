package org.personalize.ledger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Where a server is, and who we are to it. The name and the password stay in here. */
final class PostgresAddress {

    /** Where the tables are, unless the address names another place. */
    static final String SCHEMA = "personalize";

    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String CURRENT_SCHEMA = "currentSchema";
    private static final String PREFIX = "jdbc:postgresql://";
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9._:,\\[\\]-]+/[^/?@]+");

    /** What an address may say otherwise. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "connectTimeout", "10",
            "socketTimeout", "60",
            "tcpKeepAlive", "true",
            "ApplicationName", "personalize");

    private final String place;
    private final Properties properties;

    private PostgresAddress(String place, Properties properties) {
        this.place = place;
        this.properties = properties;
    }

    static PostgresAddress read(String address) {
        if (!address.startsWith(PREFIX)) {
            throw problem("expected a file or jdbc:postgresql://host/database");
        }
        String rest = address.substring(PREFIX.length());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        var properties = new Properties();
        int slash = place.indexOf('/');
        int at = place.lastIndexOf('@', slash < 0 ? place.length() : slash);
        if (at >= 0) {
            readUser(place.substring(0, at), properties);
            place = place.substring(at + 1);
        }
        if (question >= 0) {
            readOptions(rest.substring(question + 1), properties);
        }
        if (!PLACE.matcher(place).matches()) {
            throw problem("expected jdbc:postgresql://host/database");
        }
        DEFAULTS.forEach(properties::putIfAbsent);
        // The details of the server's errors hold whole rows, and so people.
        properties.setProperty("logServerErrorDetail", "false");
        return new PostgresAddress(place, properties);
    }

    private static void readUser(String text, Properties properties) {
        int colon = text.indexOf(':');
        properties.setProperty(USER, decoded(colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            properties.setProperty(PASSWORD, decoded(text.substring(colon + 1)));
        }
    }

    private static void readOptions(String text, Properties properties) {
        for (String option : text.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                properties.setProperty(decoded(option.substring(0, equals)), decoded(option.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw problem("a % in the address of the ledger is not followed by two hexadecimal digits");
        }
    }

    private static InputProblem problem(String message) {
        return new InputProblem(Place.NOWHERE, message, "Correct `ledger` in the workspace file.");
    }

    /** As it may be shown. */
    String name() {
        return "postgresql://" + place;
    }

    /** Where the server is; who we are is in the properties. */
    String url() {
        return PREFIX + place;
    }

    Properties properties() {
        var copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    boolean namesSchema() {
        return properties.containsKey(CURRENT_SCHEMA);
    }

    String schema() {
        return properties.getProperty(CURRENT_SCHEMA, SCHEMA);
    }

    /** No message of the driver should name them; this is the last guard before a screen or a log. */
    boolean isBetrayedBy(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            for (String option : List.of(USER, PASSWORD)) {
                String secret = properties.getProperty(option, "");
                if (!secret.isEmpty() && message.contains(secret)) {
                    return true;
                }
            }
        }
        return false;
    }
}
