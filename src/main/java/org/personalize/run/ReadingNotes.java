package org.personalize.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;

/** Says of items and events what was read but could not be used, so that nothing is dropped in silence. */
final class ReadingNotes {

    private static final String UNREADABLE = "unreadable_";

    private static final Map<String, String> OF_EVENTS = ofEvents();

    private ReadingNotes() {}

    static List<String> of(Catalog catalog, History history) {
        List<String> notes = new ArrayList<>();
        catalog.counts().forEach((word, count) -> {
            if (count > 0 && word.equals("without_title")) {
                notes.add(said(count, "items have no title and are never shown."));
            } else if (count > 0 && word.startsWith(UNREADABLE)) {
                notes.add(said(
                        count,
                        "cells of the items' " + word.substring(UNREADABLE.length())
                                + " cannot be read and count as blank."));
            }
        });
        OF_EVENTS.forEach((word, sentence) -> {
            long count = history.counts().getOrDefault(word, 0L);
            if (count > 0) {
                notes.add(said(count, sentence));
            }
        });
        return notes;
    }

    private static String said(long count, String rest) {
        return String.format(Locale.ROOT, "%,d ", count) + rest;
    }

    private static Map<String, String> ofEvents() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "unknown_people", "events are of people whom the customer file does not know; they are not used.");
        sentences.put(
                "unknown_items", "events are of items that the item file does not know; they count without the item.");
        sentences.put("unreadable_values", "values of events cannot be read and count as blank.");
        sentences.put("unmatched_refunds", "refunds take back nothing that is known to be bought.");
        sentences.put(
                "signal_values_missing",
                "events lack a value that a condition under signals asks for; they weigh nothing.");
        return sentences;
    }
}
