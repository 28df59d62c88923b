package org.personalize.intake;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of header fields, unfolded; names in any case. Also the fields of a delivery report, which look the same. */
final class Headers {

    /** Further fields are not read. */
    static final int MOST_FIELDS = 1_000;

    /** Longer fields are cut. */
    static final int LONGEST_FIELD = 20_000;

    private static final Pattern FIELD =
            Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,80})\\s?:[ \\t]?(.*)", Pattern.DOTALL);

    private final Map<String, List<String>> fields = new HashMap<>();
    private int size;

    /** Whether a line begins a field. */
    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    /** Reads from a line on to the next blank one, and says behind which it stopped. */
    static int read(List<String> lines, int from, Headers into) {
        var field = new StringBuilder();
        int at = from;
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            String line = lines.get(at);
            boolean isMore = (line.charAt(0) == ' ' || line.charAt(0) == '\t') && field.length() > 0;
            if (!isMore) {
                into.add(field.toString());
                field.setLength(0);
            }
            if (field.length() < LONGEST_FIELD) {
                field.append(isMore ? " " : "").append(isMore ? line.strip() : line);
            }
        }
        into.add(field.toString());
        return Math.min(at + 1, lines.size());
    }

    void add(String line) {
        Matcher field = FIELD.matcher(line);
        if (size < MOST_FIELDS && field.matches()) {
            size++;
            fields.computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(field.group(2).strip());
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** All values of a field, named in small letters, as they stand there. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first value, or a blank. */
    String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The first value for people, with its encoded words in clear. */
    String text(String name) {
        return clear(first(name));
    }

    private static String clear(String value) {
        try {
            return value.contains("=?") ? MimeUtility.decodeText(value) : PartText.raw(value);
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    /** All values of all fields of these names, one behind the other. */
    String joined(String... names) {
        var joined = new StringBuilder();
        for (String name : names) {
            all(name).forEach(value -> joined.append(value).append(' '));
        }
        return joined.toString();
    }

    @Override
    public String toString() {
        return new String(String.valueOf(fields).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
