package org.personalize.render;

import java.util.ArrayList;
import java.util.List;

/** Answers for a mail whose values are marked, and keeps what it was asked where another mail might have another answer. */
final class Questions implements Sameness {

    private final Gaps gaps;
    private final List<Question> asked = new ArrayList<>();

    /** @param gaps what the marks stand for */
    Questions(Gaps gaps) {
        this.gaps = gaps;
    }

    List<Question> asked() {
        return asked;
    }

    @Override
    public boolean areSame(String one, String other) {
        return one.equals(other) || answer(one, other, false);
    }

    @Override
    public boolean isSaid(String text, String address) {
        return answer(text, address, true);
    }

    private boolean answer(String marked, String otherMarked, boolean isLoose) {
        var one = Patchwork.of(marked);
        var other = Patchwork.of(otherMarked);
        boolean isYes = new Question(one, other, isLoose, true).hasSameAnswer(gaps);
        if (one.gaps() + other.gaps() > 0) {
            asked.add(new Question(one, other, isLoose, isYes));
        }
        return isYes;
    }
}
