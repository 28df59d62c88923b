package org.personalize.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The gallery of a preview folder: {@code index.html}, which holds the story of the run and one short row per preview and held person, and
 * {@code data/000.js} and on, which hold what is shown of a single mail and are loaded when it is opened. A page opened
 * from disk may not fetch files, but it may load scripts; hence their form.
 */
public final class Gallery {

    /** Previews to one part: few enough to load at once, enough to keep the files few. */
    static final int PART = 20;

    /** Gmail shows so much of the HTML and hides the rest behind a link. */
    static final long GMAIL_SHOWS_BYTES = 102 * 1024;

    private static final List<String> STYLES = List.of("plots.css", "gallery.css", "gallery-mail.css");
    private static final List<String> SCRIPTS = List.of(
            "gallery-rows.js",
            "gallery-thumbs.js",
            "gallery-list.js",
            "gallery-mail.js",
            "gallery-aside.js",
            "gallery.js");

    private Gallery() {}

    /**
     * Writes the gallery beside the previews, whose text and source it reads from the files that the entries name. The
     * index comes last, so that a gallery that can be opened is a whole one.
     */
    public static void write(Path folder, GallerySummary summary, List<GalleryEntry> entries) throws IOException {
        var pages = new PageFolder(folder);
        pages.make("data");
        int parts = 0;
        for (int first = 0; first < entries.size(); first += PART) {
            var mails = entries.subList(first, Math.min(first + PART, entries.size()));
            pages.write(partName(parts), GalleryPart.script(folder, parts, mails));
            parts++;
        }
        while (pages.remove(partName(parts))) {
            parts++;
        }
        int held = (int) entries.stream().filter(GalleryEntry::isHeld).count();
        String body = new GalleryBody(summary, entries.size() - held, held).html();
        String title = summary.campaign() + " · previews";
        pages.write("index.html", new Page(title, body, STYLES, SCRIPTS, GalleryRows.json(summary, entries)).html());
    }

    private static String partName(int number) {
        return "data/%03d.js".formatted(number);
    }
}
