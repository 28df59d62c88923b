package org.personalize.deliver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a receiver wrote above a mail about its sender (RFC 8601).
 *
 * @param server who says so; blank where nobody is named, as Microsoft writes it
 */
record AuthenticationResults(String server, List<Method> methods) {

    /** Longer ones are cut: nobody writes them. */
    private static final int LONGEST = 16 * 1024;

    /**
     * One of the tests.
     *
     * @param name such as {@code dkim}
     * @param result such as {@code pass}
     * @param properties such as {@code header.d} to {@code acme.example}
     */
    record Method(String name, String result, Map<String, String> properties) {

        Method {
            properties = Map.copyOf(properties);
        }

        boolean isPassed() {
            return result.equals("pass");
        }

        String property(String key) {
            return properties.getOrDefault(key, "");
        }
    }

    AuthenticationResults {
        methods = List.copyOf(methods);
    }

    /** @param value of the header; comments in it are left out */
    static AuthenticationResults of(String value) {
        List<List<String>> parts = parts(value.substring(0, Math.min(value.length(), LONGEST)));
        List<String> first = parts.get(0);
        boolean isNamed = !first.isEmpty() && !isMethod(first);
        List<Method> methods = parts.stream()
                .filter(AuthenticationResults::isMethod)
                .map(AuthenticationResults::method)
                .toList();
        return new AuthenticationResults(isNamed ? first.get(0).toLowerCase(Locale.ROOT) : "", methods);
    }

    private static boolean isMethod(List<String> words) {
        return !words.isEmpty() && words.get(0).indexOf('=') > 0;
    }

    private static Method method(List<String> words) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                properties.putIfAbsent(word.substring(0, equals).toLowerCase(Locale.ROOT), word.substring(equals + 1));
            }
        }
        String first = words.get(0).toLowerCase(Locale.ROOT);
        int equals = first.indexOf('=');
        String name = first.substring(0, equals).replaceFirst("/.*", "");
        return new Method(name, first.substring(equals + 1), properties);
    }

    /** The words between semicolons: blanks around an equals sign do not part, and quotes hold a word together. */
    private static List<List<String>> parts(String value) {
        List<List<String>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        var word = new StringBuilder();
        int depth = 0;
        boolean isQuoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (isQuoted || depth > 0)) {
                i++;
                word.append(isQuoted && i < value.length() ? String.valueOf(value.charAt(i)) : "");
            } else if (c == '"' && depth == 0) {
                isQuoted = !isQuoted;
            } else if (isQuoted) {
                word.append(c);
            } else if (c == '(' || c == ')') {
                depth = Math.max(0, depth + (c == '(' ? 1 : -1));
            } else if (depth == 0 && (c == ';' || isBlank(c))) {
                boolean isWithinWord = isBlank(c) && joins(value, i, word);
                if (!isWithinWord && !word.isEmpty()) {
                    parts.get(parts.size() - 1).add(word.toString());
                    word.setLength(0);
                }
                if (c == ';') {
                    parts.add(new ArrayList<>());
                }
            } else if (depth == 0) {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            parts.get(parts.size() - 1).add(word.toString());
        }
        return parts;
    }

    private static boolean joins(String value, int blank, StringBuilder word) {
        int next = blank;
        while (next < value.length() && isBlank(value.charAt(next))) {
            next++;
        }
        boolean isBeforeEquals = next < value.length() && value.charAt(next) == '=';
        return isBeforeEquals || (!word.isEmpty() && word.charAt(word.length() - 1) == '=');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
