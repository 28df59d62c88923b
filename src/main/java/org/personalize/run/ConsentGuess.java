package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.personalize.run.ConsentWords.Topic;
import org.personalize.run.Export.Column;
import org.personalize.run.ExportGuess.Named;

/**
 * What a file of customers says of consent. Where a header can be understood in two ways nothing is guessed: mail to
 * somebody who said no is worse than a question.
 *
 * @param optedOut whose yes says that somebody must not be written to
 * @param unclear columns that speak of consent, and of which nothing was guessed
 */
record ConsentGuess(
        Optional<Named> mail,
        Optional<Named> tracking,
        Optional<Named> personalization,
        List<Named> optedOut,
        List<String> unclear) {

    private static final int MOSTLY_PERCENT = 80;

    static ConsentGuess of(Export export) {
        Optional<Named> mail = yesTo(Topic.MAIL, export);
        Optional<Named> tracking = yesTo(Topic.TRACKING, export);
        Optional<Named> personalization = yesTo(Topic.PERSONALIZATION, export);
        List<Named> optedOut = export.columns().stream()
                .filter(c -> words(c).isNoToMail() && c.isBoolean())
                .map(c -> new Named(c.header(), c.header(), "a yes in this column says no to mail"))
                .toList();
        List<String> used = Stream.concat(
                        Stream.of(mail, tracking, personalization).flatMap(Optional::stream), optedOut.stream())
                .map(Named::header)
                .toList();
        List<String> unclear = export.columns().stream()
                .filter(ConsentGuess::speaksOfConsent)
                .map(Column::header)
                .filter(header -> !used.contains(header))
                .toList();
        return new ConsentGuess(mail, tracking, personalization, optedOut, unclear);
    }

    /** Whether no column was understood. */
    boolean isEmpty() {
        return optedOut.isEmpty() && Stream.of(mail, tracking, personalization).allMatch(Optional::isEmpty);
    }

    private static Optional<Named> yesTo(Topic topic, Export export) {
        return export.columns().stream()
                .filter(c -> words(c).isYesTo(topic) && isYesOrNo(c))
                .findFirst()
                .map(c -> new Named(c.header(), c.header(), c.yesOrNoPercent() + " % of its cells say yes or no"));
    }

    private static boolean speaksOfConsent(Column column) {
        ConsentWords words = words(column);
        return column.filled() > 0 && words.isNoToMail()
                || isYesOrNo(column)
                        && (words.isNoToSomething() || Stream.of(Topic.values()).anyMatch(words::isAbout));
    }

    private static boolean isYesOrNo(Column column) {
        return column.yesOrNoPercent() >= MOSTLY_PERCENT;
    }

    private static ConsentWords words(Column column) {
        return ConsentWords.of(column.header());
    }

    /** What to tell a person who is asked whether the guesses are right. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(mail.map(c -> "consent to mail: a yes in column %s (%s)".formatted(c.header(), c.why()))
                .orElse("consent to mail: no column says it for sure; nothing is planned until you name one"));
        optedOut.forEach(c -> sentences.add("no mail: to a yes in column " + c.header()));
        tracking.ifPresent(c -> sentences.add("consent to tracking: a yes in column " + c.header()));
        personalization.ifPresent(c -> sentences.add("consent to personalizing: a yes in column " + c.header()));
        unclear.forEach(header -> sentences.add("not understood: column " + header + ", which may speak of consent"));
        return List.copyOf(sentences);
    }
}
