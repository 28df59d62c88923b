package org.personalize.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives the text part of a mail from its HTML, and notes on the way what the lint engine asks for. One pass over the
 * characters without a tree, because it runs for every mail: what is not read is jumped over.
 *
 * <p>A link that is a line of its own reads {@code text: https://…}, one within a sentence {@code text <https://…>}. Where
 * several links in a row lead to the same place, as picture, title and button of a card do, only the last names it.
 */
public final class TextPart {

    private static final int RULE_LENGTH = 40;
    private static final int ALT_LOOKAHEAD = 1200;
    private static final String HIDDEN = "display:none";
    private static final String HIDDEN_WITH_BLANK = "display: none";

    private final String html;
    private final char[] chars;
    private final LinkRun run;
    private final List<String> links = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private int picturesWithoutAlt;
    private int linksWithoutText;

    private TextLines lines = new TextLines(TextLines.WIDTH);
    private final TextLines outer = lines;
    private @Nullable TableText table;
    private int tableDepth;
    private final Deque<TextList> lists = new ArrayDeque<>();
    private int quoteDepth;
    private int preDepth;
    private int headingFrom;
    private boolean headingHasAddress;
    private int nextHidden;
    private int nextHiddenWithBlank;

    private @Nullable String href;
    private int hrefFrom;
    private int hrefTagEnd;
    private boolean hrefHasAlt;
    private boolean hrefStartsLine;
    private @Nullable String address;
    private boolean addressEndsLine;

    private TextPart(String html) {
        this.html = html;
        this.chars = html.toCharArray();
        this.run = new LinkRun(html);
        this.nextHidden = html.indexOf(HIDDEN);
        this.nextHiddenWithBlank = html.indexOf(HIDDEN_WITH_BLANK);
    }

    /** Reads a mail's HTML. */
    public static Reading of(String html) {
        return new TextPart(html).read();
    }

    private Reading read() {
        int at = 0;
        while (at < chars.length) {
            int tag = html.indexOf('<', at);
            int textEnd = tag < 0 ? chars.length : tag;
            if (textEnd > at) {
                text(at, textEnd);
            }
            at = tag < 0 ? chars.length : markup(tag);
        }
        endTables();
        breakLine(false);
        return new Reading(
                outer.toString(), List.copyOf(links), List.copyOf(pictures), picturesWithoutAlt, linksWithoutText);
    }

    /** A tag, a comment, or a mere less-than sign; gives back where reading goes on. */
    private int markup(int at) {
        char next = at + 1 < chars.length ? chars[at + 1] : ' ';
        if (next == '!' || next == '?') {
            return comment(at);
        }
        boolean isEnd = next == '/';
        int name = isEnd ? at + 2 : at + 1;
        if (name >= chars.length || !Character.isLetter(chars[name])) {
            visible("<");
            return at + 1;
        }
        int nameEnd = name;
        while (nameEnd < chars.length && isNameCharacter(chars[nameEnd])) {
            nameEnd++;
        }
        int end = Tag.end(html, at);
        var element = Element.named(chars, name, nameEnd);
        if (isEnd) {
            if (element != null) {
                endTag(element);
            }
            return end;
        }
        boolean isVoid = element != null && element.shape() == Element.Shape.VOID;
        if (!isVoid && (isHidden(at, end) || element != null && element.shape() == Element.Shape.SKIPPED)) {
            return chars[end - 2] == '/' ? end : skip(html.substring(name, nameEnd), end);
        }
        if (element != null && !(isVoid && isHidden(at, end))) {
            startTag(element, at, end);
        }
        return end;
    }

    private int comment(int at) {
        boolean isComment = html.startsWith("<!--", at);
        int end = isComment ? html.indexOf("-->", at + 2) : html.indexOf('>', at);
        return end < 0 ? chars.length : end + (isComment ? "-->".length() : 1);
    }

    private static boolean isNameCharacter(char c) {
        return c > ' ' && c != '>' && c != '/';
    }

    private boolean isHidden(int at, int end) {
        if (nextHidden >= 0 && nextHidden < at) {
            nextHidden = html.indexOf(HIDDEN, at);
        }
        if (nextHiddenWithBlank >= 0 && nextHiddenWithBlank < at) {
            nextHiddenWithBlank = html.indexOf(HIDDEN_WITH_BLANK, at);
        }
        return nextHidden >= 0 && nextHidden < end || nextHiddenWithBlank >= 0 && nextHiddenWithBlank < end;
    }

    /** Jumps behind the end tag that belongs to a start tag, elements of the same name within it counted. */
    private int skip(String name, int from) {
        int depth = 1;
        int at = html.indexOf('<', from);
        while (at >= 0 && at + 1 < chars.length) {
            boolean isEnd = chars[at + 1] == '/';
            int nameStart = isEnd ? at + 2 : at + 1;
            if (chars[at + 1] == '!') {
                at = html.indexOf('<', comment(at));
                continue;
            }
            if (html.regionMatches(true, nameStart, name, 0, name.length()) && isNameEnd(nameStart + name.length())) {
                depth += isEnd ? -1 : 1;
                if (depth == 0) {
                    return Tag.end(html, at);
                }
            }
            at = html.indexOf('<', at + 1);
        }
        return chars.length;
    }

    private boolean isNameEnd(int at) {
        return at >= chars.length || !isNameCharacter(chars[at]);
    }

    private void startTag(Element element, int at, int end) {
        switch (element.shape()) {
            case PARAGRAPH -> startHeading(element);
            case LINE -> breakLine(false);
            case SKIPPED -> {}
            case VOID, OWN -> startOwn(element, at, end);
        }
    }

    private void startHeading(Element element) {
        breakLine(true);
        if (element == Element.H1 || element == Element.H2) {
            headingFrom = lines.length();
            headingHasAddress = false;
        }
    }

    @SuppressWarnings("MissingCasesInEnumSwitch")
    private void startOwn(Element element, int at, int end) {
        if (element == Element.BR) {
            breakLine(false);
        } else if (element == Element.IMG) {
            picture(at, end);
        } else if (element == Element.A) {
            startLink(at, end);
        } else if (element == Element.HR) {
            breakLine(true);
            lines.rawLine("-".repeat(RULE_LENGTH));
            lines.paragraph();
        } else if (element == Element.TABLE) {
            startTable(at, end);
        } else if (element == Element.TR || element == Element.TD || element == Element.TH) {
            startCell(element);
        } else if (element == Element.UL || element == Element.OL) {
            breakLine(lists.isEmpty());
            lists.push(TextList.of(html, at, end, element == Element.OL));
            indent("");
        } else if (element == Element.LI) {
            breakLine(false);
            indent(lists.isEmpty() ? "- " : lists.getFirst().nextBullet());
        } else if (element == Element.BLOCKQUOTE || element == Element.PRE) {
            breakLine(true);
            quoteDepth += element == Element.BLOCKQUOTE ? 1 : 0;
            preDepth += element == Element.PRE ? 1 : 0;
            indent("");
        }
    }

    private void endTag(Element element) {
        if (element.shape() == Element.Shape.PARAGRAPH) {
            endHeading(element);
        } else if (element.shape() == Element.Shape.LINE) {
            breakLine(false);
        } else if (element == Element.A) {
            endLink();
        } else if (element == Element.TABLE) {
            endTable();
        } else if (element == Element.TR || element == Element.TD || element == Element.TH) {
            endCell(element);
        } else if (element == Element.UL || element == Element.OL) {
            lists.poll();
            breakLine(lists.isEmpty());
            indent("");
        } else if (element == Element.LI) {
            breakLine(false);
        } else if (element == Element.BLOCKQUOTE || element == Element.PRE) {
            breakLine(true);
            quoteDepth = Math.max(0, quoteDepth - (element == Element.BLOCKQUOTE ? 1 : 0));
            preDepth = Math.max(0, preDepth - (element == Element.PRE ? 1 : 0));
            indent("");
        }
    }

    private void endHeading(Element element) {
        boolean isUnderlined = (element == Element.H1 || element == Element.H2) && lines.length() > headingFrom;
        breakLine(!isUnderlined);
        if (isUnderlined) {
            if (!headingHasAddress && table == null) {
                lines.rawLine((element == Element.H1 ? "=" : "-").repeat(lines.longestSince(headingFrom)));
            }
            lines.paragraph();
        }
    }

    /** Continuation lines stand below the text of their list item, and every quoted line is marked. */
    private void indent(String bullet) {
        if (lists.isEmpty() && quoteDepth == 0) {
            lines.indent("", bullet);
            return;
        }
        String quote = "> ".repeat(quoteDepth);
        var lists = this.lists;
        int depth = lists.stream().mapToInt(TextList::width).sum();
        int own = lists.isEmpty() ? 0 : lists.getFirst().width();
        lines.indent(
                quote + " ".repeat(depth),
                bullet.isEmpty() ? "" : quote + " ".repeat(Math.max(0, depth - own)) + bullet);
    }

    private void startTable(int at, int end) {
        breakLine(true);
        if (table != null) {
            tableDepth++;
        } else if (isTableOfData(at, end)) {
            table = new TableText();
        }
    }

    /** Tables for layout say so by their role, or show it by attributes that only layouts still use. */
    private boolean isTableOfData(int at, int end) {
        String role = Tag.attribute(html, at, end, "role");
        if (role != null) {
            return role.equals("table") || role.equals("grid");
        }
        return Tag.valueStart(html, at, end, "cellpadding") < 0
                && Tag.valueStart(html, at, end, "cellspacing") < 0
                && Tag.valueStart(html, at, end, "bgcolor") < 0
                && Tag.valueStart(html, at, end, "align") < 0;
    }

    private void startCell(Element element) {
        breakLine(false);
        if (table != null && tableDepth == 0) {
            if (element == Element.TR) {
                table.startRow();
            } else {
                lines = table.startCell(element == Element.TH);
            }
        }
    }

    private void endCell(Element element) {
        breakLine(false);
        if (table != null && tableDepth == 0 && element == Element.TR) {
            table.endRow();
        }
    }

    private void endTable() {
        breakLine(true);
        if (table != null && tableDepth > 0) {
            tableDepth--;
        } else {
            endTables();
        }
    }

    private void endTables() {
        if (table != null) {
            flushAddress(true);
            lines = outer;
            table.writeTo(lines);
            table = null;
            tableDepth = 0;
        }
    }

    private void startLink(int at, int end) {
        endLink();
        String target = Tag.attribute(html, at, end, "href");
        if (target == null) {
            return;
        }
        links.add(target);
        href = target;
        hrefFrom = lines.length();
        hrefHasAlt = false;
        hrefTagEnd = end;
        hrefStartsLine = lines.isAtLineStart();
    }

    private void endLink() {
        String target = href;
        href = null;
        if (target == null) {
            return;
        }
        boolean isEmpty = lines.length() == hrefFrom;
        linksWithoutText += isEmpty && !hrefHasAlt ? 1 : 0;
        if (target.isBlank() || target.startsWith("#") || run.goesOn(hrefTagEnd, target)) {
            return;
        }
        String shown = LinkRun.readable(target);
        if (isEmpty) {
            visible(shown);
        } else if (!LinkRun.isSaidBy(lines.written(hrefFrom), shown)) {
            address = shown;
            addressEndsLine = hrefStartsLine;
        }
    }

    private void picture(int at, int end) {
        String alt = Tag.attribute(html, at, end, "alt");
        String source = Tag.attribute(html, at, end, "src");
        if (source != null) {
            pictures.add(source);
        }
        hrefHasAlt |= alt != null && !alt.isBlank();
        if (alt == null) {
            picturesWithoutAlt++;
        } else if (!alt.isBlank() && !isRepeatedSoon(alt, end)) {
            flushAddress(false);
            lines.words(alt);
        }
    }

    /** The title below a picture often says just what its alt text says; once is enough to read. */
    private boolean isRepeatedSoon(String alt, int end) {
        String following = html.substring(end, Math.min(html.length(), end + ALT_LOOKAHEAD));
        int at = following.indexOf(alt);
        if (at <= 0) {
            return false;
        }
        int before = following.substring(0, at).stripTrailing().length() - 1;
        return before >= 0 && following.charAt(before) == '>';
    }

    private void breakLine(boolean isParagraph) {
        flushAddress(true);
        if (isParagraph) {
            lines.paragraph();
        } else {
            lines.line();
        }
    }

    /** Writes the address of a link that has ended, now that it is known whether its line goes on. */
    private void flushAddress(boolean isLineEnd) {
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
        if (Character.isLetterOrDigit(lines.last()) || lines.last() == ')') {
            lines.word(":");
        }
        lines.blank();
        lines.word(shown);
    }

    private void text(int from, int to) {
        if (preDepth > 0) {
            preformatted(html.substring(from, to));
            return;
        }
        int at = from;
        while (at < to) {
            char c = chars[at];
            if (c <= ' ') {
                lines.blank();
                at++;
            } else if (c == '&') {
                at = entity(at, to);
            } else {
                int end = at + 1;
                while (end < to && chars[end] > ' ' && chars[end] != '&') {
                    end++;
                }
                word(at, end);
                at = end;
            }
        }
    }

    private void word(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (isInvisible(chars[i])) {
                writeWord(start, i);
                start = i + 1;
            }
        }
        writeWord(start, to);
    }

    private void writeWord(int from, int to) {
        if (to > from) {
            if (address != null) {
                flushAddress(false);
            }
            lines.word(chars, from, to);
        }
    }

    /** Soft hyphens and the fillers that keep a preview line empty; joiners stay, emoji and scripts need them. */
    private static boolean isInvisible(char c) {
        return c >= '\u00AD' && (c == '\u00AD' || c == '\u034F' || c == '\u200B' || c == '\uFEFF');
    }

    private int entity(int at, int limit) {
        int end = Entities.end(html, at, limit);
        visible(end > at ? Entities.decoded(html, at, end) : "&");
        return Math.max(end, at + 1);
    }

    private void visible(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isInvisible(c) && c >= ' ') {
                kept.append(c == '\u00A0' ? ' ' : c);
            }
        }
        if (!kept.toString().isBlank()) {
            flushAddress(false);
            lines.word(kept.toString());
        } else {
            lines.blank();
        }
    }

    private void preformatted(String source) {
        String decoded = Entities.unescape(source).replace("\r\n", "\n");
        for (String line : decoded.split("\n", -1)) {
            lines.rawLine(line);
        }
    }
}
