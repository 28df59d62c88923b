package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.personalize.render.Note.Kind;

/** Lines that keep what is written into them, so that it can be written again with other values in place of the marks. */
final class NotedLines extends TextLines {

    private final List<Note> notes = new ArrayList<>();

    /** Where lines are wrapped depends on the values. */
    NotedLines() {
        super(UNBOUNDED);
    }

    /** What was written, words in as long runs as can be. */
    Note[] notes() {
        return notes.toArray(Note[]::new);
    }

    @Override
    void indent(String text, String nextBullet) {
        notes.add(new Note(0, false, Kind.INDENT, text, nextBullet, 0));
        super.indent(text, nextBullet);
    }

    @Override
    void word(String source, int from, int to) {
        var start = next(Kind.RUN, "");
        Patchwork.of(source.substring(from, to)).tell(new Patchwork.Teller() {

            private Note next = start;

            @Override
            public void text(String text) {
                run(Note.of(next.breaks(), next.isAfterBlank(), text.indexOf(' ') < 0 ? Kind.RUN : Kind.WORD, text));
                next = Note.of(0, false, Kind.RUN, "");
            }

            @Override
            public void gap(int gap) {
                notes.add(new Note(next.breaks(), next.isAfterBlank(), Kind.VALUE, "", "", gap));
                next = Note.of(0, false, Kind.RUN, "");
            }
        });
        super.word(source, from, to);
    }

    private void run(Note note) {
        Note last = notes.isEmpty() ? null : notes.get(notes.size() - 1);
        if (last != null && last.kind() == Kind.RUN && note.kind() == Kind.RUN && note.breaks() == 0) {
            String between = note.isAfterBlank() ? " " : "";
            notes.set(
                    notes.size() - 1,
                    Note.of(last.breaks(), last.isAfterBlank(), Kind.RUN, last.text() + between + note.text()));
        } else {
            notes.add(note);
        }
    }

    @Override
    void rawLine(String text) {
        notes.add(next(Kind.LINE, text));
        super.rawLine(text);
    }

    @Override
    void colon() {
        notes.add(next(Kind.COLON, ""));
        super.colon();
    }

    @Override
    void startHeading() {
        notes.add(Note.of(0, false, Kind.HEADING, ""));
        super.startHeading();
    }

    @Override
    void underline(String sign) {
        notes.add(next(Kind.UNDERLINE, sign));
        super.underline(sign);
    }

    private Note next(Kind kind, String text) {
        return Note.of(pendingBreaks(), !isAtLineStart() && hasPendingBlank(), kind, text);
    }
}
