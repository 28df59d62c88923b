package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words between two tags, kept: blanks joined, entities decoded, invisible characters left out. */
final class Words implements TextWords.Taker {

    private static final char BLANK = ' ';

    private final List<Word> words = new ArrayList<>();
    private String run = "";
    private boolean hasOddBlank;

    /** A blank, where there is no text. */
    private record Word(@Nullable String text, boolean isDecoded) {}

    @Override
    public void blank() {
        if (words.isEmpty() || words.get(words.size() - 1).text != null) {
            words.add(new Word(null, false));
            run += BLANK;
        }
    }

    @Override
    public void word(String source, int from, int to) {
        add(source.substring(from, to), false);
    }

    @Override
    public void decoded(String source, int from, int to) {
        add(source.substring(from, to), true);
    }

    private void add(String text, boolean isDecoded) {
        words.add(new Word(text, isDecoded));
        run += text;
        hasOddBlank |= text.indexOf(BLANK) >= 0;
    }

    /** All of it with one blank between words; null where a word holds a blank of its own, at which no line may end. */
    @Nullable
    String run() {
        return hasOddBlank ? null : run;
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
