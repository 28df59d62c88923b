package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words between two tags, kept: blanks joined, entities decoded, invisible characters left out. */
final class Words implements TextWords.Taker {

    private final List<Word> words = new ArrayList<>();

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
