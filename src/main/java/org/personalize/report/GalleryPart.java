package org.personalize.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.personalize.plan.Json;
import org.personalize.render.Finding;
import org.personalize.report.GalleryEntry.Pick;

/** What is shown of a few mails when one of them is opened: their text, headers and source, and why they were chosen. */
final class GalleryPart {

    private final Path previews;
    private final StringBuilder script = new StringBuilder();
    private final Json json = Json.compact(script);

    private GalleryPart(Path previews) {
        this.previews = previews;
    }

    /** A script that hands the mails to {@code gallery-mail.js}. */
    static String script(Path previews, int number, List<GalleryEntry> entries) throws IOException {
        var part = new GalleryPart(previews);
        part.script.append("personalizePart(").append(number).append(", ");
        part.json.array();
        for (GalleryEntry entry : entries) {
            part.mail(entry);
        }
        part.json.end();
        return part.script.append(");\n").toString();
    }

    /** 0 is kept for mails without a finding. */
    static int severity(Finding finding) {
        return switch (finding.severity()) {
            case NOTE -> 1;
            case WARNING -> 2;
            case ERROR -> 3;
        };
    }

    private void mail(GalleryEntry entry) throws IOException {
        var written = entry.written();
        MessageSource source =
                written == null ? MessageSource.NONE : MessageSource.read(previews.resolve(written.eml()));
        MessageSource text = written == null ? MessageSource.NONE : MessageSource.read(previews.resolve(written.txt()));
        json.object().field("text", text.text());
        json.name("headers").array();
        for (MessageSource.Header header : source.headers()) {
            json.array().text(header.name()).text(header.value()).end();
        }
        json.end()
                .field("source", source.text())
                .field("cut", source.cut())
                .field("hour", entry.moment().why());
        json.name("picks").array();
        for (var slot : entry.picks().entrySet()) {
            slot(slot.getKey(), slot.getValue());
        }
        json.end();
        findings(entry.findings());
        json.end();
    }

    private void slot(String name, List<Pick> picks) throws IOException {
        json.array().text(name).array();
        for (Pick pick : picks) {
            json.array().text(pick.title()).text(pick.why()).text(pick.image()).end();
        }
        json.end().end();
    }

    private void findings(List<Finding> findings) throws IOException {
        json.name("findings").array();
        for (Finding finding : findings) {
            json.array().number(severity(finding)).text(finding.rule());
            json.text(finding.message()).text(finding.place().toString()).end();
        }
        json.end();
    }
}
