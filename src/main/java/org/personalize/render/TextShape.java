package org.personalize.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.render.TextLines.Laid;

/** Gives a text part its shape: takes words and tags in their order, and decides where lines begin and what they say. */
final class TextShape implements TextWords.Taker {

    private static final int RULE_LENGTH = 40;
    private static final int NO_HEADING = -1;

    private final String html;
    private final TextLinks links;
    private final TextPictures pictures;
    private final TextLines outer;
    private TextLines lines;
    private @Nullable TableText table;
    private int tableDepth;
    private final TextIndent indent = new TextIndent();
    private int preDepth;
    private int headingFrom = NO_HEADING;
    private boolean isEntangled;

    /** @param room is written over */
    TextShape(Page page, KnownText known, char[] room) {
        this.html = page.html();
        this.outer = new TextLines(TextLines.WIDTH, room);
        this.lines = outer;
        this.links = new TextLinks(page, known);
        this.pictures = new TextPictures(html);
    }

    /** @param shift how much further on in the HTML the step stands than it says */
    void take(Step step, int shift) {
        if (step.words() != null) {
            take(step.words(), step.from() + shift, step.end() + shift);
        } else if (step.started() != null) {
            start(step.started(), step.end() + shift);
        } else if (step.ended() != null) {
            endTag(step.ended());
        }
    }

    private void take(Words words, int from, int end) {
        if (isPreformatted()) {
            preformatted(from, end);
        } else if (words.run() != null && takesParts() && lines.isPlain()) {
            lines.run(words.run());
        } else {
            words.tell(this);
        }
    }

    /** Whether a word may be told in parts: one by one they are not mistaken for what only parts two links. */
    boolean takesParts() {
        return !isPreformatted() && !links.isOwed();
    }

    /** Whether whatever comes next is written the same, wherever in a mail it comes. */
    boolean isFresh() {
        return lines.isFresh() && links.isIdle() && isPlain();
    }

    /** Whether all that is begun is a link or a heading at most. */
    boolean isPlain() {
        return table == null && preDepth == 0 && indent.isNone() && lines.isPlain();
    }

    /** Whether what was told here would have been written the same if more HTML had stood around it. */
    boolean isCertain() {
        return !links.hasSeenEnd() && !pictures.hasSeenEnd() && !isEntangled;
    }

    /** What was written here, from a fresh line on. */
    Laid laid() {
        return lines.laid();
    }

    /**
     * Goes on as if what was told to another one, which was fresh before and is plain now, had been told to this one.
     *
     * @param laid what was written there
     * @param shift how much further on in the HTML it stands here
     */
    void goOn(TextShape told, Laid laid, int shift) {
        int before = lines.length();
        lines.lines(laid);
        int start = lines.length() - laid.text().length();
        boolean hasHeading = told.headingFrom != NO_HEADING;
        links.goOn(told.links, place -> place == 0 ? before : start + place, shift, hasHeading);
        pictures.goOn(told.pictures);
        headingFrom = !hasHeading ? headingFrom : told.headingFrom == 0 ? before : start + told.headingFrom;
    }

    boolean isPreformatted() {
        return preDepth > 0;
    }

    /** Text whose line breaks count. */
    void preformatted(int from, int to) {
        String decoded = Entities.unescape(html.substring(from, to)).replace("\r\n", "\n");
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
        return new Reading(
                outer.toString(),
                List.copyOf(links.targets()),
                List.copyOf(pictures.sources()),
                pictures.withoutAlt(),
                links.withoutText());
    }

    /** The array that the text was written to, which may have grown. */
    char[] room() {
        return outer.room();
    }

    private void start(OpenTag tag, int end) {
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
            headingFrom = lines.length();
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
        boolean isLarge = element == Element.H1 || element == Element.H2;
        isEntangled |= isLarge && headingFrom == NO_HEADING;
        int from = Math.max(0, headingFrom);
        boolean isUnderlined = isLarge && lines.length() > from;
        breakLine(!isUnderlined);
        if (isUnderlined) {
            if (!links.headingHasAddress() && table == null) {
                lines.rawLine((element == Element.H1 ? "=" : "-").repeat(lines.longestSince(from)));
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
            isEntangled = true;
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
