package org.personalize.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.campaign.KeyedHash;
import org.personalize.history.Kind;

/**
 * One request to a web server, as a log tells of it. What somebody followed out of a mail carries something signed: then it is
 * a click, a page that was opened from there is a view, and a POST to the opt-out page is an opt-out. To look at that page
 * changes nothing.
 */
record Request(String method, String target, int status, String referer, String agent, long second) {

    private static final int LONGEST_TARGET = 8_192;

    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])A[A-Za-z0-9_-]{39,4000}(?![A-Za-z0-9_-])");
    private static final Pattern NAME =
            Pattern.compile("(?<![A-Za-z0-9_-])[a-z2-7]{" + KeyedHash.ENVELOPE_CHARACTERS + "}(?![A-Za-z0-9_-])");

    private static final Pattern PART_OF_A_PAGE = Pattern.compile(
            "(?i).*\\.(css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|otf|json|xml|txt|mp4|webmanifest)");

    private static final Set<String> READING = Set.of("GET");
    private static final int FIRST_FAILURE = 400;

    static final String UNSIGNED = "a request that carries nothing signed";

    /** What the request means; or why it means nothing. */
    record Meaning(Optional<Draft> draft, String whyNot) {
        static Meaning nothing(String why) {
            return new Meaning(Optional.empty(), why);
        }
    }

    Meaning meaning(Form form, long line, Pages pages, Signs signs) {
        if (target.length() > LONGEST_TARGET) {
            return Meaning.nothing("a request with a longer address than any of ours");
        }
        List<String> own = signed(target, pages);
        if (method.equals("POST")) {
            return own.isEmpty() ? Meaning.nothing(UNSIGNED) : posted(form, line, pages, own);
        }
        if (!READING.contains(method)) {
            return Meaning.nothing("a request that reads nothing");
        }
        if (path().startsWith(pages.unsubscribe()) && !pages.unsubscribe().isEmpty() || pages.isPreferences(path())) {
            return Meaning.nothing("a look at the page for opting out, which changes nothing");
        }
        List<String> from = own.isEmpty() ? signed(referer, pages) : own;
        if (from.isEmpty() || status >= FIRST_FAILURE) {
            return Meaning.nothing(from.isEmpty() ? UNSIGNED : "a request that failed");
        }
        if (PART_OF_A_PAGE.matcher(path()).matches()) {
            return Meaning.nothing("a part of a page");
        }
        Kind kind = own.isEmpty() ? Kind.VIEW : Kind.CLICK;
        String content = parameter(target, "utm_content");
        int slash = content.indexOf('/');
        Draft draft = draft(form, line, from)
                .event(kind)
                .campaign(parameter(own.isEmpty() ? referer : target, "utm_campaign"))
                .item(slash < 0 ? path() : content.substring(slash + 1))
                .reaction(signs.of(kind, "", agent));
        return new Meaning(Optional.of(draft), "");
    }

    private Meaning posted(Form form, long line, Pages pages, List<String> own) {
        if (pages.isPreferences(path())) {
            return Meaning.nothing("a change of preferences, which the server keeps");
        }
        if (!pages.unsubscribe().isEmpty() && !path().startsWith(pages.unsubscribe())) {
            return Meaning.nothing("a POST to another page than that for opting out");
        }
        return new Meaning(Optional.of(draft(form, line, own).event(Kind.UNSUBSCRIBE)), "");
    }

    private Draft draft(Form form, long line, List<String> signed) {
        Draft draft = new Draft(form, line).at(second);
        for (String text : signed) {
            if (NAME.matcher(text).matches()) {
                draft.metadata("", text, "");
            } else {
                draft.token(text);
            }
        }
        return draft;
    }

    /** The address without its parameters. */
    private String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What may be signed: the parameter that is meant for it, else whatever looks like it. */
    private static List<String> signed(String address, Pages pages) {
        String named = pages.personParameter().isEmpty() ? "" : parameter(address, pages.personParameter());
        if (!named.isEmpty()) {
            return List.of(named);
        }
        var found = new ArrayList<String>();
        for (Pattern pattern : List.of(TOKEN, NAME)) {
            Matcher matcher = pattern.matcher(address);
            while (found.size() < MailTrace.MOST_TOKENS && matcher.find()) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    /** The decoded value of a parameter; blank without. */
    private static String parameter(String address, String name) {
        int query = address.indexOf('?');
        if (query < 0) {
            return "";
        }
        int end = address.indexOf('#', query);
        for (String pair :
                address.substring(query + 1, end < 0 ? address.length() : end).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return "";
    }

    static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 && text.indexOf('+') < 0
                    ? text
                    : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    static String method(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
