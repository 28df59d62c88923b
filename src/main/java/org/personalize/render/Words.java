package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.render.TextLines.Laid;

/** The words between two tags, kept: blanks joined, entities decoded, invisible characters left out. */
final class Words implements TextWords.Taker {

    private final List<Word> words = new ArrayList<>();
    private @Nullable Laid laid;

    /** A blank, where there is no text. */
    private record Word(@Nullable String text, boolean isDecoded) {}

    private static final Word BLANK = new Word(null, false);

    @Override
    public void blank() {
        if (words.isEmpty() || words.get(words.size() - 1).text != null) {
            words.add(BLANK);
        }
    }

    @Override
    public void word(String source, int from, int to) {
        words.add(new Word(source.substring(from, to), false));
    }

    @Override
    public void decoded(String source, int from, int to) {
        words.add(new Word(source.substring(from, to), true));
    }

    /** Nothing more comes: what they look like as lines of their own is worked out once. */
    Words kept() {
        var lines = new TextLines(TextLines.WIDTH);
        tell(new Plain(lines));
        laid = lines.laid();
        return this;
    }

    /** What they look like from a fresh line on; null unless they are {@link #kept}. */
    @Nullable
    Laid laid() {
        return laid;
    }

    /** Writes words where no link has just ended. */
    private record Plain(TextLines lines) implements TextWords.Taker {
        @Override
        public void blank() {
            lines.blank();
        }

        @Override
        public void word(String source, int from, int to) {
            lines.word(source, from, to);
        }

        @Override
        public void decoded(String source, int from, int to) {
            lines.word(source, from, to);
        }
    }

    void tell(TextWords.Taker taker) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            String text = word.text;
            if (text == null) {
                taker.blank();
            } else if (word.isDecoded) {
                taker.decoded(text, 0, text.length());
            } else {
                taker.word(text, 0, text.length());
            }
        }
    }
}
