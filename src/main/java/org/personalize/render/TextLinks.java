package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes links into a text part. A link that is a line of its own reads {@code text: https://…}, one within a sentence
 * {@code text <https://…>}. Where several links in a row lead to the same place, as picture, title and button of a card
 * do, only the last names it.
 */
final class TextLinks {

    /** What stands between the links of a footer; where each link has a line of its own, nothing needs to. */
    private static final String SEPARATORS = "·|•–—/";

    private final LinkRun run;
    private final Sameness sameness;
    private final List<String> targets = new ArrayList<>();
    private final List<String> withoutText = new ArrayList<>();

    private @Nullable String href;
    private int hrefFrom;
    private int hrefTagEnd;
    private boolean hrefStartsLine;
    private boolean hasAlt;
    private @Nullable String address;
    private boolean addressEndsLine;
    private boolean headingHasAddress;

    TextLinks(String html, Sameness sameness) {
        this.run = new LinkRun(html, sameness);
        this.sameness = sameness;
    }

    List<String> targets() {
        return targets;
    }

    List<String> withoutText() {
        return withoutText;
    }

    /** A link has begun; one that has no target is only text. */
    void start(TextLines lines, @Nullable String target, int end) {
        end(lines);
        if (target == null) {
            return;
        }
        targets.add(target);
        href = target;
        hrefFrom = lines.length();
        hrefTagEnd = end;
        hrefStartsLine = lines.isAtLineStart();
        hasAlt = false;
    }

    /** A picture that says something is something to read in a link, even where the text does not repeat it. */
    void sayPicture() {
        hasAlt = true;
    }

    void end(TextLines lines) {
        String target = href;
        href = null;
        if (target == null) {
            return;
        }
        boolean isEmpty = lines.length() == hrefFrom;
        if (isEmpty && !hasAlt) {
            withoutText.add(target);
        }
        if (target.isBlank() || target.startsWith("#") || run.goesOn(hrefTagEnd, target)) {
            return;
        }
        String shown = LinkRun.readable(target);
        if (isEmpty) {
            flush(lines, false);
            lines.word(shown);
        } else if (!sameness.isSaid(lines.written(hrefFrom), shown)) {
            address = shown;
            addressEndsLine = hrefStartsLine;
        }
    }

    /** Whether a word only parts the link before it from the next; then the line ends here instead. */
    boolean isEndedBy(TextLines lines, char word) {
        if (address == null || !addressEndsLine || !isSeparator(word)) {
            return false;
        }
        flush(lines, true);
        lines.line();
        return true;
    }

    static boolean isSeparator(char word) {
        return SEPARATORS.indexOf(word) >= 0;
    }

    void startHeading() {
        headingHasAddress = false;
    }

    boolean headingHasAddress() {
        return headingHasAddress;
    }

    /** Writes the address of a link that has ended, now that it is known whether its line goes on. */
    void flush(TextLines lines, boolean isLineEnd) {
        String shown = address;
        if (shown == null) {
            return;
        }
        address = null;
        headingHasAddress = true;
        if (!isLineEnd || !addressEndsLine) {
            boolean goesOnAfterBlank = lines.hasPendingBlank();
            lines.blank();
            lines.word("<" + shown + ">");
            if (goesOnAfterBlank) {
                lines.blank();
            }
            return;
        }
        lines.dropBlank();
        lines.colon();
        lines.blank();
        lines.word(shown);
    }
}
