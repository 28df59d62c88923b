package org.personalize.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text part that all mails have in common that hold the same of a template's own text, and what it takes to be one of
 * them. Filling it is much quicker than reading a mail's HTML.
 */
final class Mould {

    private static final String SCHEME = "http";
    private static final String MAIL = "mailto:";

    /** What follows in the address of a mail is not for people. */
    private static final char QUERY = '?';

    private final Note[] notes;

    /** How much of the text is the template's own. */
    private final int ownLength;

    private final Question[] questions;
    private final Patchwork[] links;
    private final Patchwork[] pictures;
    private final int picturesWithoutAlt;
    private final Patchwork[] linksWithoutText;

    /** The gaps whose values are told, if none of these is only part of a word. */
    private final int[] told;

    private final boolean hasPartsOfWords;

    private Mould(NotedLines lines, Questions questions, Reading marked) {
        this.notes = lines.notes();
        this.ownLength = Arrays.stream(notes).mapToInt(Note::ownLength).sum();
        this.questions = questions.asked().toArray(Question[]::new);
        this.links = marked.links().stream().map(Patchwork::of).toArray(Patchwork[]::new);
        this.pictures = marked.pictures().stream().map(Patchwork::of).toArray(Patchwork[]::new);
        this.picturesWithoutAlt = marked.picturesWithoutAlt();
        this.linksWithoutText =
                marked.linksWithoutText().stream().map(Patchwork::of).toArray(Patchwork[]::new);
        this.told = marked.filledIn().stream()
                .flatMapToInt(String::chars)
                .filter(c -> Marks.isMark((char) c))
                .map(c -> Marks.gap((char) c))
                .distinct()
                .toArray();
        this.hasPartsOfWords = !marked.filledIn().stream().allMatch(Mould::areParted);
    }

    /**
     * What a mail has in common with others; null where that is not told by the template's own text.
     *
     * @param gaps what is filled in there
     */
    static @Nullable Mould of(Page page, Gaps gaps) {
        String marked = Marks.in(page, gaps);
        if (marked == null) {
            return null;
        }
        var lines = new NotedLines();
        var questions = new Questions(gaps);
        TextShape shape = TextPart.read(marked, lines, questions);
        return shape.isBySource() ? null : new Mould(lines, questions, shape.finish());
    }

    private static boolean areParted(String marked) {
        for (int i = 0; i < marked.length(); i++) {
            if (Marks.isMark(marked.charAt(i)) && !WordScan.isParted(marked, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no value makes something else of a link than the template does. */
    boolean keepsLinks(Gaps gaps) {
        for (Patchwork link : links) {
            if (link.gaps() > 0 && !isKept(link, gaps)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKept(Patchwork link, Gaps gaps) {
        boolean isMail = link.text(0).toLowerCase(Locale.ROOT).startsWith(MAIL);
        for (int i = 0; i < link.gaps(); i++) {
            if (isMail && link.text(i).indexOf(QUERY) >= 0) {
                return true;
            }
            String value = gaps.value(link.gap(i));
            if (value.indexOf(' ') >= 0 || isMail && value.indexOf(QUERY) >= 0) {
                return false;
            }
        }
        return !link.text(0).isEmpty() || gaps.value(link.gap(0)).startsWith(SCHEME);
    }

    /** Whether what made two texts the same or not is so in another mail too. */
    boolean fits(Gaps gaps) {
        for (Question question : questions) {
            if (!question.hasSameAnswer(gaps)) {
                return false;
            }
        }
        return true;
    }

    Reading with(Gaps gaps) {
        List<String> targets = with(links, gaps);
        List<String> sources = with(pictures, gaps);
        List<String> silent = with(linksWithoutText, gaps);
        if (hasPartsOfWords) {
            return Reading.of(text(gaps), targets, sources, picturesWithoutAlt, silent);
        }
        var words = PlainText.later(ownLength, () -> text(gaps));
        return new Reading(words, targets, sources, picturesWithoutAlt, silent, told(gaps));
    }

    private String text(Gaps gaps) {
        var scratch = TextScratch.own();
        var lines = new TextLines(TextLines.WIDTH, scratch.text());
        for (Note note : notes) {
            note.tell(lines, gaps);
        }
        scratch.keep(lines.room());
        return lines.toString();
    }

    private List<String> told(Gaps gaps) {
        var values = new ArrayList<String>(told.length);
        for (int gap : told) {
            values.add(gaps.value(gap));
        }
        return values;
    }

    private static List<String> with(Patchwork[] texts, Gaps gaps) {
        var filled = new ArrayList<String>(texts.length);
        for (Patchwork text : texts) {
            filled.add(text.with(gaps));
        }
        return filled;
    }
}
