package org.personalize.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.measure.Calibration;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;
import org.personalize.measure.Stratum;
import org.personalize.measure.Trial;

/**
 * Learns who is about to buy from windows of thirty days that follow each other. Each window is foretold by weights from
 * those before it; how such forecasts came out sets later ones right. So every window but the first two is judged by what
 * was known before it, and what is kept is learned in the same way from all.
 */
final class BuyerTraining {

    private static final String QUESTION = "who buys within 30 days";
    private static final String MODEL = "what each person did before";
    private static final String SHARE = "everybody alike";
    private static final String METRIC = "log-likelihood";
    private static final String WHAT = "A purchase within 30 days";

    private static final int MOST_WINDOWS = 6;

    /** One to learn weights from, one to set them right on, one to judge by. */
    private static final int LEAST_WINDOWS = 3;

    private static final long DAYS = Duration.ofSeconds(BuyerWindow.SECONDS).toDays();

    /** With fewer of either in a window nothing holds. */
    private static final int LEAST_BUYERS = 50;

    /** Where the number of orders stands among the features, as a logarithm. */
    private static final int LOG_ORDERS = 2;

    private static final double LEAST_CHANCE = 1e-6;

    /** The latest first. */
    private final List<BuyerWindow> windows;

    /** What those before each window foretold of it; the earliest has none. */
    private final List<double[]> foretold = new ArrayList<>();

    BuyerTraining(List<BuyerWindow> windows) {
        this.windows = windows;
        for (int window = 0; window < windows.size() - 1; window++) {
            BuyerModel before = BuyerFit.weights(windows.subList(window + 1, windows.size()));
            foretold.add(Arrays.stream(windows.get(window).features())
                    .mapToDouble(before::rawLogOdds)
                    .toArray());
        }
    }

    /** @param model empty where too little was bought, or a person's past says nothing */
    record Trained(Optional<BuyerModel> model, List<Choice> choices, List<Forecast> forecasts, List<String> notes) {}

    static Trained train(Audience audience, History history, Instant now) {
        return train(windows(audience, history, now));
    }

    /** @param all the latest first; those before one that says nothing do not count */
    static Trained train(List<BuyerWindow> all) {
        List<BuyerWindow> windows =
                all.stream().takeWhile(BuyerTraining::isTelling).toList();
        if (windows.size() < LEAST_WINDOWS) {
            return new Trained(Optional.empty(), List.of(), List.of(), List.of(whyNot(all)));
        }
        return new BuyerTraining(windows).train();
    }

    private static boolean isTelling(BuyerWindow window) {
        return window.buyers() >= LEAST_BUYERS && window.size() - window.buyers() >= LEAST_BUYERS;
    }

    /** Which of the things that it takes is missing. */
    private static String whyNot(List<BuyerWindow> windows) {
        Optional<BuyerWindow> untelling =
                windows.stream().filter(window -> !isTelling(window)).findFirst();
        String reason = untelling
                .map(window -> window.buyers() < LEAST_BUYERS
                        ? "Too few people bought in %s: %,d, and it takes %d"
                                .formatted(window.words(), window.buyers(), LEAST_BUYERS)
                        : "Nearly everybody bought in %s: all but %,d, and it takes %d who did not"
                                .formatted(window.words(), window.size() - window.buyers(), LEAST_BUYERS))
                .orElse("The log is too short: it takes %d days".formatted(DAYS * (LEAST_WINDOWS + 1)));
        return reason + " to tell who is about to buy; profile.chance_to_buy_30d is missing.";
    }

    /** From the latest back, as far as the log goes and as long as each has a past of its own length before it. */
    private static List<BuyerWindow> windows(Audience audience, History history, Instant now) {
        List<BuyerWindow> windows = new ArrayList<>();
        if (history.size() == 0) {
            return windows;
        }
        long first = history.second(0);
        long newest = Math.min(history.newest().getEpochSecond(), now.getEpochSecond());
        for (int i = 0; i < MOST_WINDOWS; i++) {
            long from = newest + 1 - (i + 1) * BuyerWindow.SECONDS;
            if (from - BuyerWindow.SECONDS < first) {
                break;
            }
            windows.add(BuyerWindow.of(audience, history, from));
        }
        return windows;
    }

    private Trained train() {
        BuyerWindow judged = windows.get(0);
        double share = (double) windows.get(1).buyers() / windows.get(1).size();
        double[] chances = chances(0);
        double[] own = likelihoods(judged, chances);
        double[] alike =
                likelihoods(judged, Arrays.stream(chances).map(c -> share).toArray());
        boolean isBetter = Interval.ofDifference(own, alike).isAboveZero();
        List<Trial> trials = new ArrayList<>(trials(SHARE, judged, alike, true));
        trials.addAll(trials(MODEL, judged, own, false));
        var choice = new Choice(QUESTION, isBetter ? MODEL : SHARE, why(isBetter), trials);
        if (!isBetter) {
            return new Trained(
                    Optional.empty(),
                    List.of(choice),
                    List.of(),
                    List.of(
                            "What people did says nothing of who is about to buy; profile.chance_to_buy_30d is missing."));
        }
        return new Trained(Optional.of(learned()), List.of(choice), List.of(forecast()), List.of());
    }

    /** Weights from all windows, set right by how all forecasts came out. */
    BuyerModel learned() {
        return BuyerFit.weights(windows).setRight(scale(0));
    }

    /** How forecasts of this window and of those before it came out. */
    private BuyerScale scale(int window) {
        List<double[]> happened = windows.subList(window, foretold.size()).stream()
                .map(BuyerWindow::bought)
                .toList();
        return BuyerScale.of(joined(foretold.subList(window, foretold.size())), joined(happened));
    }

    /** What would have been told of a window at its beginning. */
    private double[] chances(int window) {
        BuyerScale scale = scale(window + 1);
        return Arrays.stream(foretold.get(window)).map(scale::chance).toArray();
    }

    /** Whether chances came true, over all windows that can be judged by what was known before them. */
    private Forecast forecast() {
        int judged = foretold.size() - 1;
        List<double[]> chances =
                IntStream.range(0, judged).mapToObj(this::chances).toList();
        List<double[]> bought =
                windows.subList(0, judged).stream().map(BuyerWindow::bought).toList();
        return new Forecast(
                WHAT,
                BuyerWindow.words(windows.get(judged - 1), windows.get(0)),
                Calibration.of(joined(chances), joined(bought)));
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static String why(boolean isBetter) {
        return isBetter
                ? "it foretold who would buy better than one chance for everybody"
                : "nothing that people did before foretold who would buy by more than chance explains";
    }

    private static double[] likelihoods(BuyerWindow window, double[] chances) {
        return IntStream.range(0, chances.length)
                .mapToDouble(i -> {
                    double right = window.bought()[i] > 0 ? chances[i] : 1 - chances[i];
                    return StrictMath.log(Math.max(LEAST_CHANCE, right));
                })
                .toArray();
    }

    private static List<Trial> trials(String candidate, BuyerWindow window, double[] scores, boolean isBaseline) {
        List<Trial> trials = new ArrayList<>();
        ToDoubleFunction<double[]> orders = features -> Math.rint(StrictMath.expm1(features[LOG_ORDERS]));
        trials.add(new Trial(candidate, window.words(), Stratum.ALL, METRIC, Interval.of(scores), isBaseline));
        for (Stratum stratum : Stratum.values()) {
            double[] own = IntStream.range(0, scores.length)
                    .filter(i -> Stratum.of(orders.applyAsDouble(window.features()[i])) == stratum)
                    .mapToDouble(i -> scores[i])
                    .toArray();
            if (own.length > 0) {
                trials.add(new Trial(candidate, window.words(), stratum.word(), METRIC, Interval.of(own), isBaseline));
            }
        }
        return trials;
    }
}
