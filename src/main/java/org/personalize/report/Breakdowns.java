package org.personalize.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.report.Breakdown.Cell;

/** Tells accepted mails apart and adds up each group, person by person. */
final class Breakdowns {

    /** More groups than these nobody reads; the smallest are told together. */
    private static final int MOST_CELLS = 100;

    private final Mails mails;
    private final Reactions reactions;
    private final Audience audience;
    private int mailAtHand;

    Breakdowns(Mails mails, Reactions reactions, Audience audience) {
        this.mails = mails;
        this.reactions = reactions;
        this.audience = audience;
    }

    /** Of all accepted mails to people who are still in the customer file. */
    Outcomes all() {
        var all = new CellCount();
        mails.eachAccepted(mail -> add(all, mail));
        return all.outcomes();
    }

    Breakdown by(Facet facet) {
        var counts = new CellCount[facet.names().size()];
        each(facet, shownOrMail -> {
            int group = facet.group().applyAsInt(shownOrMail);
            if (group >= 0) {
                counts[group] = counts[group] == null ? new CellCount() : counts[group];
                add(facet, counts[group], shownOrMail);
            }
        });
        BitSet small = small(counts);
        var others = new CellCount();
        if (!small.isEmpty()) {
            each(facet, shownOrMail -> {
                int group = facet.group().applyAsInt(shownOrMail);
                if (group >= 0 && small.get(group)) {
                    add(facet, others, shownOrMail);
                }
            });
        }
        return breakdown(facet, counts, small, others);
    }

    private static BitSet small(CellCount[] counts) {
        var small = new BitSet();
        int[] bySize = IntStream.range(0, counts.length)
                .filter(group -> counts[group] != null)
                .boxed()
                .sorted(Comparator.comparing(group -> -counts[group].people()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < bySize.length; rank++) {
            boolean isTold = rank < MOST_CELLS && counts[bySize[rank]].people() >= CampaignReport.LEAST_PEOPLE;
            small.set(bySize[rank], !isTold);
        }
        return small;
    }

    private static Breakdown breakdown(Facet facet, CellCount[] counts, BitSet small, CellCount others) {
        List<Cell> cells = new ArrayList<>();
        for (int group = 0; group < counts.length; group++) {
            if (counts[group] != null && !small.get(group)) {
                cells.add(new Cell(facet.names().get(group), counts[group].outcomes(), false));
            }
        }
        boolean isTold = others.people() >= CampaignReport.LEAST_PEOPLE;
        if (isTold) {
            cells.add(new Cell("others", others.outcomes(), true));
        }
        return new Breakdown(facet.by(), cells, isTold ? small.cardinality() : 0, isTold ? 0 : others.people());
    }

    private void each(Facet facet, IntConsumer taker) {
        if (facet.by().isOfItems()) {
            mails.eachAccepted(mail -> {
                mailAtHand = mail;
                for (int shown = mails.shownFrom(mail); shown < mails.shownTo(mail); shown++) {
                    taker.accept(shown);
                }
            });
        } else {
            mails.eachAccepted(taker);
        }
    }

    private void add(Facet facet, CellCount count, int shownOrMail) {
        if (facet.by().isOfItems()) {
            addShown(count, shownOrMail);
        } else {
            add(count, shownOrMail);
        }
    }

    private void add(CellCount count, int mail) {
        int person = mails.person(mail);
        count.add(person, audience.allowsTracking(person), reactions.deeds(mail), reactions.revenue(mail));
    }

    private void addShown(CellCount count, int shown) {
        int person = mails.person(mailAtHand);
        int deeds = reactions.deeds(mailAtHand) & ~Deed.CLICKED.bit() & ~Deed.BOUGHT.bit();
        deeds |= reactions.isClicked(shown) ? Deed.CLICKED.bit() : 0;
        deeds |= reactions.isBought(shown) ? Deed.BOUGHT.bit() : 0;
        count.add(person, audience.allowsTracking(person), deeds, reactions.itemRevenue(shown));
    }
}
