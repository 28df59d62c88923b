package org.personalize.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.plan.Decision.Group;
import org.personalize.render.Finding;

/**
 * The gallery of a preview folder: {@code index.html}, which holds the story of the run and one short row per preview, and
 * {@code data/000.js} and on, which hold what is shown of a single mail and are loaded when it is opened. A page opened
 * from disk may not fetch files, but it may load scripts; hence their form.
 */
public final class Gallery {

    /** Previews to one part: few enough to load at once, enough to keep the files few. */
    static final int PART = 20;

    /** Gmail shows so much of the HTML and hides the rest behind a link. */
    static final long GMAIL_SHOWS_BYTES = 102 * 1024;

    private static final List<String> STYLES = List.of("gallery.css", "gallery-mail.css");
    private static final List<String> SCRIPTS =
            List.of("gallery-rows.js", "gallery-thumbs.js", "gallery-list.js", "gallery-mail.js", "gallery.js");

    private final PageFolder folder;
    private final Path previews;
    private final Words words = new Words();

    private Gallery(Path previews) {
        this.previews = previews;
        this.folder = new PageFolder(previews);
    }

    /**
     * Writes the gallery beside the previews, whose text and source it reads from the files that the entries name. The
     * index comes last, so that a gallery that can be opened is a whole one.
     */
    public static void write(Path folder, GallerySummary summary, List<GalleryEntry> entries) throws IOException {
        var gallery = new Gallery(folder);
        for (int first = 0; first < entries.size(); first += PART) {
            gallery.writePart(first / PART, entries.subList(first, Math.min(first + PART, entries.size())));
        }
        gallery.writeIndex(summary, entries);
    }

    private void writePart(int number, List<GalleryEntry> entries) throws IOException {
        var mails = new ArrayList<>();
        for (GalleryEntry entry : entries) {
            mails.add(mail(entry));
        }
        String json = ScriptText.of(Json.write(mails));
        folder.write("data/%03d.js".formatted(number), "personalizePart(" + number + ", " + json + ");\n");
    }

    private Map<String, Object> mail(GalleryEntry entry) throws IOException {
        MessageSource source = MessageSource.read(previews.resolve(entry.files().eml()));
        var mail = new LinkedHashMap<String, Object>();
        mail.put("text", MessageSource.read(previews.resolve(entry.files().txt())).text());
        mail.put("headers", source.headers().stream().map(header -> List.of(header.name(), header.value())).toList());
        mail.put("source", source.text());
        mail.put("cut", source.cut());
        mail.put("hour", entry.moment().why());
        var picks = new LinkedHashMap<String, Object>();
        entry.picks().forEach((slot, items) -> picks.put(slot, items.stream()
                .map(pick -> List.of(pick.title(), pick.why(), pick.image()))
                .toList()));
        mail.put("picks", picks.entrySet().stream().map(slot -> List.of(slot.getKey(), slot.getValue())).toList());
        mail.put("findings", entry.findings().stream().map(Gallery::finding).toList());
        return mail;
    }

    private static List<Object> finding(Finding finding) {
        return List.of(finding.severity().ordinal() + 1, finding.rule(), finding.message(), finding.place().toString());
    }

    private void writeIndex(GallerySummary summary, List<GalleryEntry> entries) throws IOException {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("part", PART);
        figures.put("gmailShows", GMAIL_SHOWS_BYTES);
        figures.put("from", summary.from());
        figures.put("rows", entries.stream().map(this::row).toList());
        figures.put("words", words.inOrder());
        String body = new GalleryBody(summary, entries).html();
        String title = summary.campaign() + " · previews";
        folder.write("index.html", new Page(title, body, STYLES, SCRIPTS, Json.write(figures)).html());
    }

    /** What the list searches, filters, sorts and shows; its order is known to {@code gallery-rows.js}. */
    private List<Object> row(GalleryEntry entry) {
        var person = entry.person();
        var letter = entry.letter();
        var row = new ArrayList<>();
        row.addAll(List.of(person.customerId(), person.email(), person.name()));
        row.addAll(List.of(letter.subject(), letter.preheader(), letter.htmlBytes(), letter.mailBytes()));
        row.addAll(List.of(entry.moment().sendAt().getEpochSecond(), entry.moment().localTime()));
        row.addAll(List.of(entry.files().html(), entry.files().txt(), entry.files().eml()));
        row.addAll(List.of(words.number(letter.variant()), words.number(person.language())));
        row.addAll(List.of(words.number(person.country()), words.number(person.segment())));
        row.add(words.number(person.group() == Group.PLAIN_MAIL ? "plain mail" : "personal mail"));
        row.add(entry.findings().stream().mapToInt(finding -> finding.severity().ordinal() + 1).max().orElse(0));
        row.add(entry.findings().stream().map(Finding::rule).distinct().map(words::number).toList());
        row.add(entry.edgeCases().stream().map(words::number).toList());
        return row;
    }

    /** Words that many rows share, each written once. */
    private static final class Words {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String word) {
            return numbers.computeIfAbsent(word, fresh -> numbers.size());
        }

        List<String> inOrder() {
            return List.copyOf(numbers.keySet());
        }
    }
}
