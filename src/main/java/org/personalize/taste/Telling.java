package org.personalize.taste;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.taste.ItemStory.Because;
import org.personalize.taste.ItemStory.Contribution;

/** Takes a score apart into what each clue gave to it, for the person who is laid out. */
final class Telling {

    private static final String EVERYBODY = "how often anybody wants one such item";
    private static final String AGAIN = "how often anybody wants again what they had";
    private static final String BEHIND = "it is new to you, and stands behind what you know";
    private static final String BEFORE = "it is new to you, and stands before what you know";
    private static final String INTEREST = "you asked to hear of it";

    /** A contribution below this is no reason. */
    private static final double CLEAR = 0.1;

    private static final String ASKED = "interest";

    private static final Map<String, List<Clue>> OWN_REASONS = ownReasons();

    private final Shelves shelves;
    private final Moment moment;
    private final Desk desk;

    Telling(Shelves shelves, Desk desk) {
        this.shelves = shelves;
        this.desk = desk;
        moment = shelves.moment();
    }

    private double[] clues(int item) {
        var clues = new double[Clue.NUMBER];
        for (int clue = 0; clue < Clue.FIRST_PERSONAL; clue++) {
            clues[clue] = moment.fashion().value(clue, item);
        }
        desk.clues(item, clues);
        return clues;
    }

    /** What each clue adds, in the order in which a score is summed. */
    private Map<Clue, Double> parts(int item, double[] clues) {
        double[] weights = weights(item);
        var parts = new EnumMap<Clue, Double>(Clue.class);
        for (Clue clue : Clue.ALL) {
            double part = weights[clue.place()] * clues[clue.place()];
            if (part != 0) {
                parts.put(clue, part);
            }
        }
        return parts;
    }

    String why(int item) {
        if (desk.wants(item) && desk.lift() > 0) {
            return ASKED;
        }
        var clues = new double[Clue.NUMBER];
        desk.clues(item, clues);
        double[] weights = weights(item);
        String best = usual(item);
        double most = CLEAR;
        for (Map.Entry<String, List<Clue>> reason : OWN_REASONS.entrySet()) {
            double sum = 0;
            for (Clue clue : reason.getValue()) {
                sum += weights[clue.place()] * clues[clue.place()];
            }
            if (sum > most) {
                best = reason.getKey();
                most = sum;
            }
        }
        return best;
    }

    /** That somebody had an item says more than popularity: far more people want again what they had than anything else. */
    private String usual(int item) {
        return desk.had(item) ? Reason.AGAIN : Reason.POPULAR;
    }

    private double[] weights(int item) {
        return shelves.blend().weights(desk.had(item), desk.stratum());
    }

    /** The clues of each word for a reason of one's own, in the order of their first clues. */
    private static Map<String, List<Clue>> ownReasons() {
        Map<String, List<Clue>> clues = new LinkedHashMap<>();
        for (Clue clue : Clue.ALL) {
            clues.computeIfAbsent(clue.reason().why(), why -> new ArrayList<>()).add(clue);
        }
        clues.remove(Reason.POPULAR);
        return clues;
    }

    ItemStory story(int item) {
        List<Contribution> contributions = new ArrayList<>();
        double start = shelves.blend().start(desk.had(item), desk.stratum());
        contributions.add(new Contribution(desk.had(item) ? AGAIN : EVERYBODY, usual(item), start, List.of()));
        double loss = shelves.blend().loss(desk.had(item), desk.stratum());
        if (loss != 0) {
            contributions.add(new Contribution(loss > 0 ? BEHIND : BEFORE, "", -loss, List.of()));
        }
        Map<Reason, List<Contribution>> byReason = new LinkedHashMap<>();
        parts(item, clues(item)).forEach((clue, part) -> {
            Reason reason = clue.reason();
            byReason.computeIfAbsent(reason, same -> new ArrayList<>())
                    .add(new Contribution(reason.words(), reason.why(), part, because(clue, item, part)));
        });
        byReason.values().forEach(same -> contributions.add(merged(same)));
        if (desk.wants(item)) {
            contributions.add(new Contribution(INTEREST, ASKED, desk.lift(), List.of()));
        }
        double score = contributions.stream().mapToDouble(Contribution::logOdds).sum();
        boolean isMeasured = shelves.blend().isFitted(desk.had(item), desk.stratum());
        return new ItemStory(score, isMeasured ? Logistic.chance(score + loss) : null, contributions);
    }

    private static Contribution merged(List<Contribution> same) {
        Map<Integer, Double> shares = new LinkedHashMap<>();
        same.forEach(one -> one.because().forEach(b -> shares.merge(b.item(), b.logOdds(), Double::sum)));
        double sum = same.stream().mapToDouble(Contribution::logOdds).sum();
        return new Contribution(
                same.get(0).component(),
                same.get(0).why(),
                sum,
                inOrder(shares.entrySet().stream()
                        .map(share -> new Because(share.getKey(), share.getValue()))
                        .toList()));
    }

    private static List<Because> inOrder(List<Because> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble((Because b) -> -Math.abs(b.logOdds()))
                        .thenComparing(Because::item))
                .toList();
    }

    /** The past items behind a clue, each with as much of its part as it has of the clue. */
    private List<Because> because(Clue clue, int item, double part) {
        var shares = new double[desk.portrait().size()];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = share(clue, k, item);
            sum += shares[k];
        }
        List<Because> because = new ArrayList<>();
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] != 0 && sum != 0) {
                because.add(new Because(desk.portrait().item(k), part * (shares[k] / sum)));
            }
        }
        return because;
    }

    /** What is known of an item alone is owed to nothing they had. */
    private double share(Clue clue, int k, int item) {
        Portrait own = desk.portrait();
        double weight = Math.min(1, own.count(k));
        return switch (clue) {
            case OWN_14, OWN_60, OWN_180, OWN_COUNT, OWN_SHARE, OWN_RATE, OWN_LATEST, OWN_DUE, OWN_HABIT ->
                own.item(k) == item ? 1 : 0;
            case LINEAR -> weight * moment.linear().strength(own.item(k), item);
            case LINEAR_LATELY -> own.months(k) * moment.linear().strength(own.item(k), item);
            case NEIGHBOURS, NEIGHBOURS_MEAN -> weight * moment.neighbours().strength(own.item(k), item);
            case NEIGHBOURS_LATELY -> own.lately(k) * moment.neighbours().strength(own.item(k), item);
            case KINDRED -> desk.circle().because(own, k, item, false);
            case KINDRED_LATELY -> desk.circle().because(own, k, item, true);
            case CONTENT -> weight * moment.content().strength(own.item(k), item);
            case LEANING ->
                moment.categories().of(own.item(k)) == moment.categories().of(item) ? own.count(k) : 0;
            case TAGGED -> own.count(k) * moment.tags().shared(own.item(k), item);
            default -> 0;
        };
    }
}
