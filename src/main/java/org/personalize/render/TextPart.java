package org.personalize.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives the text part of a mail from its HTML, and notes on the way what the lint engine asks for. One pass over the
 * characters without a tree, because it runs for every mail: what is not read is jumped over.
 */
public final class TextPart {

    private static final int RULE_LENGTH = 40;

    private final String html;
    private final char[] chars;
    private final int length;
    private final HiddenParts hidden;
    private final TextLinks links;
    private final TextPictures pictures;
    private final TextWords words;

    private final TextLines outer;
    private TextLines lines;
    private @Nullable TableText table;
    private int tableDepth;
    private final TextIndent indent = new TextIndent();
    private int preDepth;
    private int headingFrom;

    private TextPart(String html, TextScratch scratch) {
        this.html = html;
        this.chars = scratch.charactersOf(html);
        this.length = html.length();
        this.outer = new TextLines(TextLines.WIDTH, scratch.text());
        this.lines = outer;
        this.hidden = new HiddenParts(html);
        this.links = new TextLinks(html);
        this.pictures = new TextPictures(html);
        this.words = new TextWords(html, chars, links);
    }

    /** Reads a mail's HTML. */
    public static Reading of(String html) {
        var scratch = TextScratch.own();
        var part = new TextPart(html, scratch);
        Reading reading = part.read();
        scratch.keep(part.outer.room());
        return reading;
    }

    private Reading read() {
        int at = 0;
        while (at < length) {
            int tag = html.indexOf('<', at);
            int textEnd = tag < 0 ? length : tag;
            if (textEnd > at) {
                words.take(lines, at, textEnd, preDepth > 0);
            }
            at = tag < 0 ? length : markup(tag);
        }
        endTables();
        breakLine(false);
        return new Reading(
                outer.toString(),
                List.copyOf(links.targets()),
                List.copyOf(pictures.sources()),
                pictures.withoutAlt(),
                links.withoutText());
    }

    /** A tag, a comment, or a mere less-than sign; gives back where reading goes on. */
    private int markup(int at) {
        char next = at + 1 < length ? chars[at + 1] : ' ';
        if (next == '!' || next == '?') {
            return hidden.commentEnd(at);
        }
        boolean isEnd = next == '/';
        int name = isEnd ? at + 2 : at + 1;
        if (name >= length || !Character.isLetter(chars[name])) {
            words.visible(lines, "<");
            return at + 1;
        }
        int nameEnd = name;
        while (nameEnd < length && HiddenParts.isNameCharacter(chars[nameEnd])) {
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
        if (!isVoid && (hidden.isHidden(at, end) || element != null && element.shape() == Element.Shape.SKIPPED)) {
            return chars[end - 2] == '/' ? end : hidden.elementEnd(html.substring(name, nameEnd), end);
        }
        if (element != null && !(isVoid && hidden.isHidden(at, end))) {
            startTag(element, at, end);
        }
        return end;
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
            links.startHeading();
        }
    }

    @SuppressWarnings("MissingCasesInEnumSwitch")
    private void startOwn(Element element, int at, int end) {
        if (element == Element.BR) {
            breakLine(false);
        } else if (element == Element.IMG) {
            picture(at, end);
        } else if (element == Element.A) {
            links.start(lines, at, end);
        } else if (element == Element.HR) {
            breakLine(true);
            lines.rawLine("-".repeat(RULE_LENGTH));
            lines.paragraph();
        } else if (element == Element.TABLE) {
            startTable(at, end);
        } else if (element == Element.TR || element == Element.TD || element == Element.TH) {
            startCell(element);
        } else if (element == Element.UL || element == Element.OL) {
            breakLine(!indent.isInList());
            indent.startList(TextList.of(html, at, end, element == Element.OL));
            indent.applyTo(lines, "");
        } else if (element == Element.LI) {
            breakLine(false);
            indent.applyTo(lines, indent.nextBullet());
        } else if (element == Element.BLOCKQUOTE || element == Element.PRE) {
            breakLine(true);
            indent.quote(element == Element.BLOCKQUOTE ? 1 : 0);
            preDepth += element == Element.PRE ? 1 : 0;
            indent.applyTo(lines, "");
        }
    }

    private void endTag(Element element) {
        if (element.shape() == Element.Shape.PARAGRAPH) {
            endHeading(element);
        } else if (element.shape() == Element.Shape.LINE) {
            breakLine(false);
        } else if (element == Element.A) {
            links.end(lines);
        } else if (element == Element.TABLE) {
            endTable();
        } else if (element == Element.TR || element == Element.TD || element == Element.TH) {
            endCell(element);
        } else if (element == Element.UL || element == Element.OL) {
            indent.endList();
            breakLine(!indent.isInList());
            indent.applyTo(lines, "");
        } else if (element == Element.LI) {
            breakLine(false);
        } else if (element == Element.BLOCKQUOTE || element == Element.PRE) {
            breakLine(true);
            indent.quote(element == Element.BLOCKQUOTE ? -1 : 0);
            preDepth = Math.max(0, preDepth - (element == Element.PRE ? 1 : 0));
            indent.applyTo(lines, "");
        }
    }

    private void endHeading(Element element) {
        boolean isUnderlined = (element == Element.H1 || element == Element.H2) && lines.length() > headingFrom;
        breakLine(!isUnderlined);
        if (isUnderlined) {
            if (!links.headingHasAddress() && table == null) {
                lines.rawLine((element == Element.H1 ? "=" : "-").repeat(lines.longestSince(headingFrom)));
            }
            lines.paragraph();
        }
    }

    private void startTable(int at, int end) {
        breakLine(true);
        if (table != null) {
            tableDepth++;
        } else if (TableText.isTableOfData(html, at, end)) {
            table = new TableText();
        }
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
            links.flush(lines, true);
            lines = outer;
            table.writeTo(lines);
            table = null;
            tableDepth = 0;
        }
    }

    private void picture(int at, int end) {
        String alt = pictures.take(at, end);
        if (alt == null) {
            return;
        }
        links.sayPicture();
        if (!pictures.isRepeatedSoon(alt, end)) {
            links.flush(lines, false);
            lines.words(alt);
        }
    }

    private void breakLine(boolean isParagraph) {
        links.flush(lines, true);
        if (isParagraph) {
            lines.paragraph();
        } else {
            lines.line();
        }
    }
}
