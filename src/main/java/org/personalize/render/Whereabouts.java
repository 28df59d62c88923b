package org.personalize.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** Finds where an address of a mail was written: a mail knows the address, and its templates know the line. */
final class Whereabouts {

    /** Beyond this many different addresses they are looked for anew, so that no feed can fill the memory. */
    private static final int MOST_KEPT = 10_000;

    private static final int MOST_NAMED = 3;

    private static final String VALUE = String.valueOf(FtlMask.VALUE);
    private static final String ANYTHING = ".*";
    private static final String BEHIND = "(?:[?#].*)?";
    private static final Pattern LINK = Pattern.compile("(?i)<a\\s");

    /** The campaign's own addresses are never those that are found wrong in a mail. */
    private static final Pattern OURS = Pattern.compile("\\$\\{\\s*links\\..*");

    /**
     * An address in a template.
     *
     * @param form what such an address looks like in a mail
     * @param ownLetters how much of it stands in the template itself
     */
    private record Trace(Place place, String source, Pattern form, int ownLetters) {}

    /**
     * What is told of an address.
     *
     * @param quoted as the template has it, in quotes; blank where no template is known to
     */
    record Written(Place place, String quoted) {

        /** A link or a picture by its address, or one of them. */
        String as(String what) {
            return quoted.isEmpty() ? "a " + what : "the " + what + " " + quoted;
        }
    }

    private final Place anywhere;
    private final List<Trace> links = new ArrayList<>();
    private final List<Trace> pictures = new ArrayList<>();
    private final Map<String, Written> knownLinks = new ConcurrentHashMap<>();
    private final Map<String, Written> knownPictures = new ConcurrentHashMap<>();

    /** @param anywhere where an address is of which no template knows the line */
    Whereabouts(TemplateSources sources, Place anywhere) {
        this.anywhere = anywhere;
        sources.files().forEach((path, source) -> file(sources.nameOf(path), source));
    }

    Written link(String address) {
        return written(address, links, knownLinks);
    }

    Written picture(String address) {
        return written(address, pictures, knownPictures);
    }

    private Written written(String address, List<Trace> traces, Map<String, Written> known) {
        Written written = known.get(address);
        if (written == null) {
            written = written(address, traces);
            if (known.size() < MOST_KEPT) {
                known.put(address, written);
            }
        }
        return written;
    }

    private Written written(String address, List<Trace> traces) {
        List<Trace> fitting = fitting(address, traces);
        if (fitting.isEmpty()) {
            return new Written(anywhere, "");
        }
        Trace first = fitting.get(0);
        if (first.ownLetters() > 0 || address.isEmpty()) {
            return new Written(first.place(), first.source().isEmpty() ? "" : Problem.quote(first.source()));
        }
        Set<String> named = fitting.stream()
                .map(trace -> Problem.quote(trace.source()))
                .limit(MOST_NAMED)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Written(first.place(), String.join(" or ", named));
    }

    /** Those of which most stands in the template itself; the one that says the very same goes before all. */
    private static List<Trace> fitting(String address, List<Trace> traces) {
        List<Trace> fitting = traces.stream()
                .filter(trace -> trace.form().matcher(address).matches())
                .toList();
        List<Trace> same = fitting.stream()
                .filter(trace -> Entities.unescape(trace.source()).equals(address))
                .toList();
        int most = fitting.stream().mapToInt(Trace::ownLetters).max().orElse(0);
        return same.isEmpty()
                ? fitting.stream().filter(trace -> trace.ownLetters() == most).toList()
                : same;
    }

    private void file(String name, String source) {
        var markup = new Markup(source);
        String masked = markup.masked();
        for (PictureSpot spot : new PictureSigns().in(Page.of(masked))) {
            pictures.add(trace(name, source, masked, spot.start(), spot.end()));
        }
        var tags = LINK.matcher(masked);
        while (tags.find()) {
            int tagEnd = Tag.end(masked, tags.start());
            int start = Tag.valueStart(masked, tags.start(), tagEnd, "href");
            if (start >= 0) {
                links.add(trace(name, source, masked, start, Tag.valueEnd(masked, start, tagEnd)));
            }
        }
        links.removeIf(link -> OURS.matcher(link.source()).matches());
        for (Element element : markup.elements()) {
            if (element.normalName().equals("img") && !element.hasAttr("src")) {
                long line = element.sourceRange().start().lineNumber();
                pictures.add(new Trace(Place.line(name, line), "", Pattern.compile(""), 0));
            }
        }
    }

    private static Trace trace(String file, String source, String masked, int start, int end) {
        long line =
                1 + source.substring(0, start).chars().filter(c -> c == '\n').count();
        var form = new StringBuilder();
        int ownLetters = 0;
        for (int at = start; at < end && (at == start || "?#".indexOf(masked.charAt(at)) < 0); at++) {
            boolean isFilled = masked.charAt(at) != source.charAt(at);
            ownLetters += isFilled ? 0 : 1;
            form.append(isFilled ? VALUE : String.valueOf(masked.charAt(at)));
        }
        return new Trace(Place.line(file, line), source.substring(start, end), form(form.toString()), ownLetters);
    }

    private static Pattern form(String masked) {
        String inOnes = Entities.unescape(masked.replaceAll(VALUE + "+", VALUE));
        var form = new StringBuilder();
        for (String own : inOnes.split("(?<=" + VALUE + ")|(?=" + VALUE + ")", -1)) {
            form.append(own.equals(VALUE) ? ANYTHING : Pattern.quote(own));
        }
        return Pattern.compile(form + BEHIND, Pattern.DOTALL);
    }
}
