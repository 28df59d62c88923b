package org.personalize.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.problem.Amount;

/** Says of items and events what was read but could not be used, so that nothing is dropped in silence. */
final class ReadingNotes {

    private static final String UNREADABLE = "unreadable_";
    /** A doubt about these must not let an item be offered that is not there. */
    private static final Set<String> OF_OFFERS = Set.of("in_stock", "available_from", "available_until");

    private static final String UNKNOWN_PEOPLE = "unknown_people";

    private static final Map<String, Sentence> OF_EVENTS = ofEvents();

    private ReadingNotes() {}

    static List<String> of(Catalog catalog, History history) {
        List<String> notes = new ArrayList<>();
        catalog.counts().forEach((word, count) -> {
            if (count > 0 && word.equals("without_title")) {
                notes.add(Amount.of(
                        count, "item has no title and is never shown.", "items have no title and are never shown."));
            } else if (count > 0 && word.startsWith(UNREADABLE)) {
                notes.add(unreadable(word.substring(UNREADABLE.length()), count));
            }
        });
        OF_EVENTS.forEach((word, sentence) -> {
            long count = count(word, history.counts());
            if (count > 0) {
                notes.add(Amount.of(count, sentence.one(), sentence.several()));
            }
        });
        return notes;
    }

    private static String unreadable(String column, long count) {
        String which = " of the items' " + column + " cannot be read and ";
        return OF_OFFERS.contains(column)
                ? Amount.of(
                        count,
                        "cell" + which + "keeps its item from being offered.",
                        "cells" + which + "keep their items from being offered.")
                : Amount.of(count, "cell" + which + "counts as blank.", "cells" + which + "count as blank.");
    }

    /** That the ledger's own mails went to people who left the file since is no fault of any event. */
    private static long count(String word, Map<String, Long> counts) {
        long count = counts.getOrDefault(word, 0L);
        return word.equals(UNKNOWN_PEOPLE) ? count - counts.getOrDefault("own_mails_to_" + word, 0L) : count;
    }

    /** What is said of one, and of several. */
    private record Sentence(String one, String several) {}

    private static Map<String, Sentence> ofEvents() {
        Map<String, Sentence> sentences = new LinkedHashMap<>();
        sentences.put(
                UNKNOWN_PEOPLE,
                new Sentence(
                        "event is of somebody whom the customer file does not know; it is not used.",
                        "events are of people whom the customer file does not know; they are not used."));
        sentences.put(
                "unknown_items",
                new Sentence(
                        "event is of an item that the item file does not know; it counts without the item.",
                        "events are of items that the item file does not know; they count without the item."));
        sentences.put(
                "repeated",
                new Sentence(
                        "event repeats another and counts once with it.",
                        "events repeat others and count once with them."));
        sentences.put(
                "unreadable_values",
                new Sentence(
                        "value of an event cannot be read and counts as blank.",
                        "values of events cannot be read and count as blank."));
        sentences.put(
                "unmatched_refunds",
                new Sentence(
                        "refund takes back nothing that is known to be bought.",
                        "refunds take back nothing that is known to be bought."));
        sentences.put(
                "signal_values_missing",
                new Sentence(
                        "event lacks a value that a condition under signals asks for; it weighs nothing.",
                        "events lack a value that a condition under signals asks for; they weigh nothing."));
        return sentences;
    }
}
