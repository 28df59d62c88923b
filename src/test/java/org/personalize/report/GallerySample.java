package org.personalize.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.personalize.plan.Counts;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Reason;
import org.personalize.problem.Place;
import org.personalize.render.Finding;
import org.personalize.render.Finding.Severity;
import org.personalize.report.GalleryEntry.Letter;
import org.personalize.report.GalleryEntry.Moment;
import org.personalize.report.GalleryEntry.Person;
import org.personalize.report.GalleryEntry.Pick;
import org.personalize.report.GalleryEntry.Written;
import org.personalize.report.GallerySummary.Sends;

/** Small previews with known contents: person 3 is hostile, person 5 has a warning, every second one writes German. */
final class GallerySample {

    static final String HOSTILE = "</script><script>alert(1)</script>\u2028\u202Egpj.exe <b>&amp;\"'\u0000";

    /** Runs in a page that lets it, and would be seen as a request. */
    private static final String SCRIPT =
            "<script>document.body.id='ran';new Image().src='http://127.0.0.1:9/ran'</script>";

    private GallerySample() {}

    static List<GalleryEntry> write(Path folder, int people) throws IOException {
        Files.createDirectories(folder);
        var entries = new ArrayList<GalleryEntry>();
        for (int i = 0; i < people; i++) {
            entries.add(entry(folder, i));
        }
        return entries;
    }

    private static GalleryEntry entry(Path folder, int i) throws IOException {
        String name = i == 3 ? HOSTILE : "Person %04d".formatted(i);
        String file = "%04d".formatted(i);
        mail(folder, file, i);
        var person = new Person(
                id(i),
                "p" + i + "@example.org",
                name,
                i % 2 == 0 ? "en" : "de",
                i % 4 == 0 ? "" : "GB",
                "gold",
                i % 10 == 0 ? Group.PLAIN_MAIL : Group.NONE);
        var letter = new Letter(
                i % 3 == 0 ? "plain" : "picked",
                "Subject " + i,
                "Preheader",
                i == 7 ? 120_000 : 12_000 + i,
                15_000 + i);
        var local = LocalDateTime.of(2026, 3, 2, 7 + i % 12, 0);
        var moment = new Moment(
                local.toInstant(ZoneOffset.ofHours(1)), local + ":00+01:00", "Mostly awake at " + (7 + i % 12));
        var picks = Map.of(
                "picks", i == 9 ? List.<Pick>of() : List.of(new Pick("Tent " + i, "popular", "images/tent.svg")));
        var findings = i == 5
                ? List.of(new Finding(Severity.WARNING, "missing-alt", Place.at("spring.ftlh", 4, 2), "No alt text", 1))
                : List.<Finding>of();
        var cases = i == 3
                ? List.of("longest name", "branch spring.ftlh:3:1 <#if a>", "branch spring.ftlh:9:1 <#else>")
                : i == 9 ? List.of("empty slot") : List.<String>of();
        return new GalleryEntry(
                person,
                letter,
                moment,
                new Written(file + ".html", file + ".txt", file + ".eml"),
                findings,
                picks,
                cases);
    }

    /** Somebody whose mail has an error of its own. */
    static GalleryEntry held(String id) {
        var at = Instant.parse("2026-03-02T08:00:00Z");
        var place = Place.at("spring.ftlh", 17, 4);
        return new GalleryEntry(
                new Person(id, id + "@example.org", "Held " + id, "en", "GB", "gold", Group.NONE),
                new Letter("plain", "${customer.shoe} is missing", place.toString(), 0, 0),
                new Moment(at, "2026-03-02T09:00+01:00", "then"),
                null,
                List.of(new Finding(Severity.ERROR, "missing-value", place, "${customer.shoe} is missing", 1)),
                Map.of(),
                List.of("held"));
    }

    private static void mail(Path folder, String file, int i) throws IOException {
        String style =
                "<style>body{background:rgb(255, 255, 255)}@media(prefers-color-scheme:dark){body{background:rgb(1, 2, 3)}}</style>";
        String link = "<a id=out href=\"https://shop.example/\">shop</a>";
        Files.writeString(
                folder.resolve(file + ".html"),
                "<!DOCTYPE html><meta name=color-scheme content=\"light dark\">" + style + "<p>Mail " + i + "</p>"
                        + link + SCRIPT);
        Files.writeString(folder.resolve(file + ".txt"), "Hello in text " + i + "\n");
        Files.writeString(
                folder.resolve(file + ".eml"),
                "Subject: =?UTF-8?B?R3LDvMOfZQ==?= " + i
                        + "\r\nList-Unsubscribe: <https://a.example/u>,\r\n <mailto:u@a.example>\r\n\r\nbody of source "
                        + i + "\r\n");
    }

    static String id(int i) {
        return i == 3 ? "id/3 \"<ü>" : "C" + i;
    }

    static GallerySummary summary(int written) {
        var skipped = Map.of(Reason.NO_CONSENT, 5L, Reason.UNSUBSCRIBED, 3L);
        var warnings = List.of("Nobody in Iceland has a permitted hour.");
        var counts = new Counts(
                "spring-sale",
                written + 13,
                0,
                2,
                1,
                skipped,
                2,
                written,
                1,
                written,
                written,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                warnings);
        var hours = new ArrayList<>(Collections.nCopies(24, 0L));
        hours.set(8, (long) written);
        var sends = new Sends(
                hours,
                new TreeMap<>(Map.of(LocalDate.of(2026, 3, 2), (long) written)),
                new TreeMap<>(Map.of("plain", 4L, "picked", 8L)),
                new TreeMap<>(Map.of("en", 6L, "de", 6L)));
        var findings = List.of(
                new Finding(Severity.NOTE, "long-subject", Place.NOWHERE, HOSTILE, 0),
                new Finding(
                        Severity.WARNING,
                        "missing-alt",
                        Place.at("spring.ftlh", 4, 2),
                        "A picture has no alt text.",
                        1));
        return new GallerySummary(
                counts,
                "2026-W10",
                "Acme <news@acme.example>",
                Instant.parse("2026-03-01T09:00:00Z"),
                sends,
                findings,
                "0.1.0");
    }
}
