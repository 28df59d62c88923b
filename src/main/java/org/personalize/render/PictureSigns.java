package org.personalize.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalize.render.PictureSpot.Form;

/**
 * Finds every place where HTML names a picture: in {@code src}, {@code srcset}, {@code background} and {@code poster} of
 * its tags, those of Outlook's shapes too, and as {@code url(…)} in its styles.
 */
final class PictureSigns {

    private static final Pattern CANDIDATE = Pattern.compile("[\\s,]*(\\S*[^\\s,])(?:\\s[^,]*)?(?:,|$)");

    /** Tags that fetch something else than a picture. */
    private static final Set<String> OTHERS = Set.of("script", "iframe", "frame", "embed", "video", "audio", "track");

    private static final String POSTER = "poster";
    private static final String URL = "url(";
    private static final String COMMENT = "<!--";
    private static final String FOR_OUTLOOK = "<!--[if";

    private final Sign signs = new Sign("src", "background", POSTER, URL);

    /** In the order in which they stand. */
    List<PictureSpot> in(Page page) {
        var spots = new ArrayList<PictureSpot>();
        String html = page.html();
        var search = signs.in(page);
        for (int at = search.next(0); at >= 0; at = search.next(at + 1)) {
            String sign = signs.at(html, at);
            if (sign.equals(URL)) {
                style(html, at, at + URL.length(), spots);
            } else {
                attribute(html, at, at + sign.length(), spots);
            }
        }
        spots.sort(Comparator.comparingInt(PictureSpot::start));
        return spots;
    }

    /** Whether a place is in a comment that no mail program reads; those for Outlook are read by Outlook. */
    static boolean isCommentedOut(String html, int at) {
        int start = html.lastIndexOf(COMMENT, at);
        return start >= 0
                && !html.regionMatches(true, start, FOR_OUTLOOK, 0, FOR_OUTLOOK.length())
                && new HiddenParts(html).commentEnd(start) > at;
    }

    private static void attribute(String html, int at, int signEnd, List<PictureSpot> spots) {
        boolean isSet = html.regionMatches(true, signEnd, "set", 0, "set".length());
        int equals = blanksEnd(html, isSet ? signEnd + "set".length() : signEnd);
        boolean isNamed = at > 0 && (html.charAt(at - 1) <= ' ' || "\"'/".indexOf(html.charAt(at - 1)) >= 0);
        boolean isGiven = isNamed && equals < html.length() && html.charAt(equals) == '=';
        int tag = isGiven ? html.lastIndexOf('<', at) : -1;
        if (tag < 0) {
            return;
        }
        int tagEnd = Tag.end(html, tag);
        String name = html.substring(at, signEnd);
        if (tagEnd <= at || Tag.isInsideQuotes(html, tag, at) || !isOfPicture(html, tag, name)) {
            return;
        }
        int value = blanksEnd(html, equals + 1);
        boolean isQuoted = value < tagEnd && (html.charAt(value) == '"' || html.charAt(value) == '\'');
        int start = isQuoted ? value + 1 : value;
        int end = Tag.valueEnd(html, start, tagEnd);
        if (isSet) {
            candidates(html, start, end, spots);
        } else {
            spots.add(new PictureSpot(start, end, Form.ATTRIBUTE));
        }
    }

    private static boolean isOfPicture(String html, int tag, String attribute) {
        int end = tag + 1;
        while (end < html.length() && HiddenParts.isNameCharacter(html.charAt(end))) {
            end++;
        }
        return attribute.equalsIgnoreCase(POSTER)
                || !OTHERS.contains(html.substring(tag + 1, end).toLowerCase(Locale.ROOT));
    }

    private static void candidates(String html, int from, int to, List<PictureSpot> spots) {
        var candidate = CANDIDATE.matcher(html).region(from, to);
        while (candidate.lookingAt()) {
            spots.add(new PictureSpot(candidate.start(1), candidate.end(1), Form.ATTRIBUTE));
            candidate.region(candidate.end(), to);
        }
    }

    private static void style(String html, int at, int from, List<PictureSpot> spots) {
        int tag = html.lastIndexOf('<', at);
        while (tag > 0 && html.charAt(tag + 1) == '!') {
            tag = html.lastIndexOf('<', tag - 1);
        }
        int tagEnd = tag < 0 ? 0 : Tag.end(html, tag);
        if (tagEnd > at) {
            int start = Tag.valueStart(html, tag, tagEnd, "style");
            int end = start < 0 ? 0 : Tag.valueEnd(html, start, tagEnd);
            if (start >= 0 && start <= at && at < end) {
                url(html, start, from, end, Form.STYLE, spots);
            }
        } else if (tag >= 0 && html.regionMatches(true, tag, "<style", 0, "<style".length())) {
            url(html, tagEnd, from, html.length(), Form.BLOCK, spots);
        }
    }

    /** @param style where the style begins */
    private static void url(String html, int style, int from, int to, Form form, List<PictureSpot> spots) {
        int close = html.indexOf(')', from);
        if (close < 0 || close > to || isOther(html.substring(style, from))) {
            return;
        }
        int start = from;
        int end = close;
        while (start < end && html.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && html.charAt(end - 1) <= ' ') {
            end--;
        }
        for (String quote : List.of("'", "\"", "&quot;", "&#39;", "&apos;")) {
            if (html.startsWith(quote, start) && html.startsWith(quote, end - quote.length())) {
                start += quote.length();
                end -= quote.length();
            }
        }
        if (start < end && html.charAt(start) != '#') {
            spots.add(new PictureSpot(start, end, form));
        }
    }

    /** Whether the declaration that is begun here asks for a font, another style or what a style is for. */
    private static boolean isOther(String begun) {
        int start = Math.max(begun.lastIndexOf(';'), Math.max(begun.lastIndexOf('{'), begun.lastIndexOf('}')));
        String declaration = begun.substring(start + 1).replaceFirst("(?s)^\\s*(/\\*.*?\\*/\\s*)*", "");
        return declaration.startsWith("src") || declaration.startsWith("@");
    }

    private static int blanksEnd(String html, int from) {
        int at = from;
        while (at < html.length() && html.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
