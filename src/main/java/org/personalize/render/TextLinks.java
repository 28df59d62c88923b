package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
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
    private final List<String> targets = new ArrayList<>();
    private int withoutText;

    private @Nullable String href;
    private int hrefFrom;
    private int hrefTagEnd;
    private boolean hrefStartsLine;
    private boolean hasAlt;
    private @Nullable String address;
    private boolean addressEndsLine;
    private boolean headingHasAddress;

    TextLinks(Page page, KnownText known) {
        this.run = new LinkRun(page, known);
    }

    List<String> targets() {
        return targets;
    }

    int withoutText() {
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
        withoutText += isEmpty && !hasAlt ? 1 : 0;
        if (target.isBlank() || target.startsWith("#") || run.goesOn(hrefTagEnd, target)) {
            return;
        }
        String shown = LinkRun.readable(target);
        if (isEmpty) {
            flush(lines, false);
            lines.word(shown);
        } else if (!isSaid(lines, shown)) {
            address = shown;
            addressEndsLine = hrefStartsLine;
        }
    }

    private boolean isSaid(TextLines lines, String shown) {
        String address = LinkRun.plain(shown);
        boolean mayBeSaid = lines.length() < hrefFrom || lines.length() - hrefFrom >= address.length();
        return mayBeSaid && LinkRun.plain(lines.written(hrefFrom)).equals(address);
    }

    /** Whether no link is begun, and no address of one that has ended is still to be written. */
    boolean isIdle() {
        return href == null && address == null;
    }

    /** Whether the address of a link that has ended is still to be written. */
    boolean isOwed() {
        return address != null;
    }

    /** Whether an answer might have been another if more HTML had followed. */
    boolean hasSeenEnd() {
        return run.hasSeenEnd();
    }

    /**
     * Goes on as if what was told to another one, which was idle before, had been told to this one.
     *
     * @param shift how much further on in the HTML it stands here
     * @param hasHeading whether a heading began in it
     */
    void goOn(TextLinks told, IntUnaryOperator place, int shift, boolean hasHeading) {
        targets.addAll(told.targets);
        withoutText += told.withoutText;
        href = told.href;
        hrefFrom = place.applyAsInt(told.hrefFrom);
        hrefTagEnd = told.hrefTagEnd + shift;
        hrefStartsLine = told.hrefStartsLine;
        hasAlt = told.hasAlt;
        address = told.address;
        addressEndsLine = told.addressEndsLine;
        headingHasAddress = told.headingHasAddress || headingHasAddress && !hasHeading;
    }

    /** Whether a word only parts the link before it from the next; then the line ends here instead. */
    boolean isEndedBy(TextLines lines, char word) {
        if (address == null || !addressEndsLine || SEPARATORS.indexOf(word) < 0) {
            return false;
        }
        flush(lines, true);
        lines.line();
        return true;
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
        if (Character.isLetterOrDigit(lines.last()) || lines.last() == ')') {
            lines.word(":");
        }
        lines.blank();
        lines.word(shown);
    }
}
