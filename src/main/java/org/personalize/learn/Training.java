package org.personalize.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Rhythm;
import org.personalize.learn.Papers.Subject;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;
import org.personalize.measure.Work;
import org.personalize.rhythm.RhythmTraining;
import org.personalize.rhythm.SharedRhythm;
import org.personalize.taste.TasteTraining;

/** Learns everything there is to learn, one part after the other, and writes its papers. */
public final class Training {

    /** What each part may use of the work; what one leaves over is not given to the next, so that it does the same. */
    private static final double RHYTHM_SHARE = 0.3;

    private static final double TASTE_SHARE = 0.6;

    private final Audience audience;
    private final Catalog catalog;
    private final History history;
    private final Instant now;

    public Training(Audience audience, Catalog catalog, History history, Instant now) {
        this.audience = audience;
        this.catalog = catalog;
        this.history = history;
        this.now = now;
    }

    /**
     * @param protectedColumns of customers, from which nothing is learned
     * @param stage is told what begins; may throw to stop
     */
    public Model train(Set<String> protectedColumns, Work work, Papers.Origin origin, Consumer<String> stage) {
        stage.accept("learning hours");
        RhythmTraining.Trained rhythm =
                RhythmTraining.train(audience, history, protectedColumns, now, work.share(RHYTHM_SHARE));
        stage.accept("learning items");
        TasteTraining.Trained taste =
                TasteTraining.train(audience, catalog, history, protectedColumns, now, work.share(TASTE_SHARE));
        stage.accept("learning buyers");
        BuyerTraining.Trained buyers = BuyerTraining.train(audience, history, now);
        stage.accept("writing papers");
        var papers = new Papers(
                origin,
                counts(),
                history.newest(),
                audience.size(),
                rhythm.personalHours(),
                SharedRhythm.of(rhythm.model()).stream()
                        .map(shared -> new Rhythm(shared.share(), shared.hours()))
                        .toList(),
                List.of(
                        chapter(
                                Subject.HOURS,
                                rhythm.choices(),
                                GroupAudit.of(audience, protectedColumns, rhythm.judged()),
                                List.of(),
                                rhythm.notes()),
                        chapter(
                                Subject.ITEMS,
                                taste.choices(),
                                GroupAudit.of(audience, protectedColumns, taste.judged()),
                                taste.forecasts(),
                                taste.notes()),
                        chapter(Subject.BUYERS, buyers.choices(), List.of(), buyers.forecasts(), buyers.notes())));
        return new Model(rhythm.model(), taste.model(), buyers.model(), Optional.of(papers));
    }

    private static Chapter chapter(
            Subject subject, List<Choice> choices, List<Choice> audits, List<Forecast> forecasts, List<String> notes) {
        return new Chapter(
                subject,
                choices.stream()
                        .map(c -> new Choice(c.question(), c.chosen(), sentence(c.why()), c.trials()))
                        .toList(),
                audits,
                forecasts,
                notes.stream().map(Training::sentence).toList());
    }

    /** With a capital and a full stop. */
    private static String sentence(String clause) {
        if (clause.isBlank()) {
            return "";
        }
        String text = clause.strip();
        int first = text.offsetByCodePoints(0, 1);
        String capital = text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count("people", audience.size()));
        counts.add(new Count("items", catalog.size()));
        counts.add(new Count("events", history.size()));
        Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        for (int event = 0; event < history.size(); event++) {
            kinds.merge(history.kind(event), 1L, Long::sum);
        }
        kinds.forEach((kind, number) -> counts.add(new Count(kind.name().toLowerCase(Locale.ROOT), number)));
        history.counts().forEach((what, number) -> {
            if (!what.equals("read") && !what.equals("kept")) {
                counts.add(new Count(what, number));
            }
        });
        counts.add(new Count("without_personalization", withoutConsent()));
        return counts;
    }

    private long withoutConsent() {
        return IntStream.range(0, audience.size())
                .filter(person -> !audience.allowsPersonalization(person))
                .count();
    }
}
