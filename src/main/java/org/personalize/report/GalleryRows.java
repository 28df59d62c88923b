package org.personalize.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Json;
import org.personalize.render.Finding;

/**
 * What the list of the gallery searches, filters, sorts and shows: one short row per preview or held person, as short as JSON can be,
 * because all of it stands in the page. Values that many rows share are written once and referred to by number. The order
 * within a row is known to {@code gallery-rows.js}.
 */
final class GalleryRows {

    private final StringBuilder text = new StringBuilder();
    private final Json json = Json.compact(text);
    private final Map<String, Integer> words = new LinkedHashMap<>();

    private GalleryRows() {}

    static String json(GallerySummary summary, List<GalleryEntry> entries) throws IOException {
        var rows = new GalleryRows();
        rows.write(summary, entries);
        return rows.text.toString();
    }

    private void write(GallerySummary summary, List<GalleryEntry> entries) throws IOException {
        json.object().field("part", Gallery.PART).field("gmailShows", Gallery.GMAIL_SHOWS_BYTES);
        json.field("from", summary.from()).name("rows").array();
        for (GalleryEntry entry : entries) {
            row(entry);
        }
        json.end().name("words").array();
        for (String word : words.keySet()) {
            json.text(word);
        }
        json.end().end();
    }

    private void row(GalleryEntry entry) throws IOException {
        var person = entry.person();
        var letter = entry.letter();
        json.array().text(person.customerId()).text(person.email()).text(person.name());
        json.text(letter.subject())
                .text(letter.preheader())
                .number(letter.htmlBytes())
                .number(letter.mailBytes());
        json.number(entry.moment().sendAt().getEpochSecond())
                .text(entry.moment().localTime());
        var written = entry.written();
        json.text(written == null ? "" : written.html())
                .text(written == null ? "" : written.txt())
                .text(written == null ? "" : written.eml());
        word(letter.variant());
        word(person.language());
        word(person.country());
        word(person.segment());
        word(person.group() == Group.PLAIN_MAIL ? "plain mail" : "personal mail");
        json.number(
                entry.findings().stream().mapToInt(GalleryPart::severity).max().orElse(0));
        words(entry.findings().stream().map(Finding::rule).distinct().toList());
        words(entry.edgeCases());
        json.end();
    }

    private void words(List<String> shared) throws IOException {
        json.array();
        for (String word : shared) {
            word(word);
        }
        json.end();
    }

    private void word(String word) throws IOException {
        json.number(words.computeIfAbsent(word, fresh -> words.size()));
    }
}
