package org.personalize.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a text part its shape: takes words and tags in their order, and decides where lines begin and what they say. */
final class TextShape implements TextWords.Taker {

    private static final int RULE_LENGTH = 40;

    private final String html;
    private final TextLinks links;
    private final TextPictures pictures;
    private final TextLines outer;
    private TextLines lines;
    private @Nullable TableText table;
    private int tableDepth;
    private final TextIndent indent = new TextIndent();
    private int preDepth;
    private boolean isBySource;

    /** @param sameness tells which links lead to the same place, and which titles say what a picture says */
    TextShape(String html, TextLines lines, Sameness sameness) {
        this.html = html;
        this.outer = lines;
        this.lines = lines;
        this.links = new TextLinks(html, sameness);
        this.pictures = new TextPictures(html, sameness);
    }

    /** Whether something was read of which each character counts, such as the columns of a table of data. */
    boolean isBySource() {
        return isBySource;
    }

    boolean isPreformatted() {
        return preDepth > 0;
    }

    /** Text whose line breaks count. */
    void preformatted(int from, int to) {
        preformatted(html.substring(from, to));
    }

    void preformatted(String source) {
        String decoded = Entities.unescape(source).replace("\r\n", "\n");
        for (String line : decoded.split("\n", -1)) {
            lines.rawLine(line);
        }
    }

    @Override
    public void blank() {
        lines.blank();
    }

    @Override
    public void word(String source, int from, int to) {
        if (to > from + 1 || !links.isEndedBy(lines, source.charAt(from))) {
            decoded(source, from, to);
        }
    }

    @Override
    public void decoded(String source, int from, int to) {
        links.flush(lines, false);
        lines.word(source, from, to);
    }

    /** Nothing more comes. */
    Reading finish() {
        endTables();
        breakLine(false);
        return Reading.of(
                outer.toString(),
                List.copyOf(links.targets()),
                List.copyOf(pictures.sources()),
                pictures.withoutAlt(),
                List.copyOf(links.withoutText()));
    }

    /** @param end one past the tag's last character */
    void start(OpenTag tag, int end) {
        switch (tag.element().shape()) {
            case PARAGRAPH -> startHeading(tag.element());
            case LINE -> breakLine(false);
            case SKIPPED -> {}
            case VOID, OWN -> startOwn(tag, end);
        }
    }

    private void startHeading(Element element) {
        breakLine(true);
        if (element == Element.H1 || element == Element.H2) {
            lines.startHeading();
            links.startHeading();
        }
    }

    @SuppressWarnings("MissingCasesInEnumSwitch")
    private void startOwn(OpenTag tag, int end) {
        Element element = tag.element();
        if (element == Element.BR) {
            breakLine(false);
        } else if (element == Element.IMG) {
            picture(tag, end);
        } else if (element == Element.A) {
            links.start(lines, tag.target(), end);
        } else if (element == Element.HR) {
            breakLine(true);
            lines.rawLine("-".repeat(RULE_LENGTH));
            lines.paragraph();
        } else if (element == Element.TABLE) {
            startTable(tag);
        } else if (element == Element.TR || element == Element.TD || element == Element.TH) {
            startCell(element);
        } else if (element == Element.UL || element == Element.OL) {
            breakLine(!indent.isInList());
            indent.startList(new TextList(element == Element.OL, tag.firstNumber()));
            indent.applyTo(lines, "");
        } else if (element == Element.LI) {
            breakLine(false);
            indent.applyTo(lines, indent.nextBullet());
        } else if (element == Element.BLOCKQUOTE || element == Element.PRE) {
            breakLine(true);
            indent.quote(element == Element.BLOCKQUOTE ? 1 : 0);
            preDepth += element == Element.PRE ? 1 : 0;
            isBySource |= isPreformatted();
            indent.applyTo(lines, "");
        }
    }

    void end(Element element) {
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
        boolean isLarge = element == Element.H1 || element == Element.H2;
        boolean isUnderlined = isLarge && lines.hasHeading();
        breakLine(!isUnderlined);
        if (isUnderlined) {
            if (!links.headingHasAddress() && table == null) {
                lines.underline(element == Element.H1 ? "=" : "-");
            }
            lines.paragraph();
        }
    }

    private void startTable(OpenTag tag) {
        breakLine(true);
        if (table != null) {
            tableDepth++;
        } else if (tag.isTableOfData()) {
            table = new TableText();
            isBySource = true;
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

    private void picture(OpenTag tag, int end) {
        String alt = pictures.take(tag);
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
