package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.csv.Decimals;
import org.personalize.history.Kind;
import org.personalize.rhythm.Rhythms;
import org.personalize.taste.Taste;

/**
 * Writes what the models say of everybody as CSV, to be loaded into another system. Cells are verbatim. Every item of the
 * catalog is scored, whether or not it can be shown now: what may be shown is the other system's to decide.
 */
public final class ScoreRun {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.DATA, Demand.LEDGER);

    /** What happened to a person rather than was done by them. */
    private static final Set<Kind> NOTHING_DONE =
            EnumSet.of(Kind.SENT, Kind.DELIVERED, Kind.BOUNCE, Kind.UNSUBSCRIBE, Kind.SUBSCRIBE, Kind.COMPLAINT);

    private static final String NO_ITEMS =
            "Nothing could be ranked, as no item is known: name a file under data.items.";

    private static final int CHANCE_DECIMALS = 9;
    private static final int SCORE_DECIMALS = 6;

    private final Request request;
    private final Evidence evidence;
    private final Learned learned;
    private final boolean[] isScored;

    private ScoreRun(Request request, boolean isColdWanted) throws IOException {
        this.request = request;
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        evidence = Heard.of(request.stop(), () -> Evidence.gather(request, campaign));
        request.progress().report("learning", 0, 0);
        learned = Heard.of(request.stop(), () -> Learned.of(evidence, request.now()));
        isScored = new boolean[evidence.audience().size()];
        for (int person = 0; person < isScored.length; person++) {
            isScored[person] = isColdWanted || hasHistory(person);
        }
    }

    /**
     * What was written.
     *
     * @param people who have rows
     * @param left people without history, who have none
     * @param withoutItems people for whom no item is left to be ranked, who have none either
     */
    public record Written(Path file, long people, long left, long withoutItems, List<String> notices) {
        public Written {
            notices = List.copyOf(notices);
        }

        private Written noting(String note) {
            return new Written(
                    file,
                    people,
                    left,
                    withoutItems,
                    Stream.concat(Stream.of(note), notices.stream()).toList());
        }
    }

    /** Which chances are asked for. */
    public enum Hours {
        /** Of the hours of a day, if mail lay there at all of them alike. */
        OF_DAY,
        /** Of the hours of a day, under the hours at which mail really went out. */
        AS_LOGGED,
        OF_WEEK
    }

    /** What becomes of items that a person already had. */
    public enum Seen {
        EXCLUDE,
        INCLUDE,
        ONLY
    }

    /** @param isColdWanted whether people without history have rows too */
    public static Written times(Request request, Path out, Hours hours, boolean isColdWanted) throws IOException {
        return new ScoreRun(request, isColdWanted).times(out, hours);
    }

    /** @param top how many items a person has rows for, at most */
    public static Written items(Request request, Path out, int top, Seen seen, boolean isColdWanted)
            throws IOException {
        return new ScoreRun(request, isColdWanted).items(out, top, seen);
    }

    private boolean hasHistory(int person) {
        if (!evidence.audience().allowsPersonalization(person)) {
            return false;
        }
        for (int event : evidence.history().eventsOf(person)) {
            if (!NOTHING_DONE.contains(evidence.history().kind(event))) {
                return true;
            }
        }
        return false;
    }

    private Written times(Path out, Hours hours) throws IOException {
        int count = hours == Hours.OF_WEEK ? 168 : 24;
        String letter = hours == Hours.OF_WEEK ? "w" : "h";
        List<String> columns = new ArrayList<>(List.of("customer_id"));
        IntStream.range(0, count).forEach(hour -> columns.add(letter + hour));
        Rhythms rhythms = learned.hours();
        Audience audience = evidence.audience();
        rows().write(out, columns, () -> (person, rows) -> {
            double[] chances = switch (hours) {
                case OF_DAY -> rhythms.chances(person);
                case AS_LOGGED -> rhythms.asLogged(person);
                case OF_WEEK -> rhythms.hoursOfWeek(person);
            };
            List<String> row = new ArrayList<>(count + 1);
            row.add(audience.customer(person).id());
            for (double chance : chances) {
                row.add(Decimals.of(chance, CHANCE_DECIMALS));
            }
            rows.row(row);
        });
        return written(out, 0);
    }

    private Written items(Path out, int top, Seen seen) throws IOException {
        Taste taste = learned.ranking();
        Audience audience = evidence.audience();
        var withoutItems = new LongAdder();
        rows().write(out, List.of("customer_id", "rank", "item_id", "score"), () -> (person, rows) -> {
            String id = audience.customer(person).id();
            int rank = 0;
            for (int item : best(seen, taste, person, top)) {
                rank++;
                rows.row(
                        id,
                        Integer.toString(rank),
                        evidence.catalog().item(item).id(),
                        Decimals.of(
                                seen == Seen.EXCLUDE ? taste.logOdds(person, item) : taste.score(person, item),
                                SCORE_DECIMALS));
            }
            if (rank == 0) {
                withoutItems.increment();
            }
        });
        Written written = written(out, withoutItems.sum());
        return evidence.catalog().size() > 0 ? written : written.noting(NO_ITEMS);
    }

    private static int[] best(Seen seen, Taste taste, int person, int top) {
        return switch (seen) {
            case INCLUDE -> taste.top(person, top, item -> true);
            case ONLY -> taste.topOfHad(person, top, item -> true);
            case EXCLUDE -> {
                BitSet had = taste.had(person);
                yield taste.top(person, top, item -> !had.get(item));
            }
        };
    }

    private PeopleRows rows() {
        return new PeopleRows(request, isScored.length, person -> isScored[person]);
    }

    private Written written(Path out, long withoutItems) {
        long scored = IntStream.range(0, isScored.length)
                .filter(person -> isScored[person])
                .count();
        return new Written(out, scored - withoutItems, isScored.length - scored, withoutItems, learned.notices());
    }
}
