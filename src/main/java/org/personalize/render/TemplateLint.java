package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

/** What is wrong with the HTML of a campaign's templates, with file and line; values are not known here. */
final class TemplateLint {

    private final TemplateSources sources;
    private final boolean isPublic;
    private final List<Finding> found = new ArrayList<>();

    private TemplateLint(TemplateSources sources, boolean isPublic) {
        this.sources = sources;
        this.isPublic = isPublic;
    }

    /** @param isPublic whether local pictures have a public place */
    static List<Finding> of(TemplateSources sources, boolean isPublic) {
        var lint = new TemplateLint(sources, isPublic);
        sources.files().forEach((file, source) -> {
            String name = sources.nameOf(file);
            for (Element element : new Markup(source).elements()) {
                boolean isConditional =
                        source.substring(element.sourceRange().startPos(), element.sourceRange().endPos()).contains("<#");
                if (!isConditional) {
                    lint.element(element, Place.line(name, element.sourceRange().start().lineNumber()));
                }
            }
        });
        return List.copyOf(lint.found);
    }

    private void element(Element element, Place place) {
        switch (element.normalName()) {
            case "html" -> html(element, place);
            case "img" -> picture(element, place);
            case "a" -> link(element, place);
            case "table" -> table(element, place);
            default -> {}
        }
    }

    private void html(Element element, Place place) {
        if (!element.hasAttr("lang")) {
            add(Severity.WARNING, "missing-language", place, "<html> does not say the language, so that it cannot be read aloud");
        }
        if (element.selectFirst("title") == null) {
            add(Severity.NOTE, "missing-title", place, "the mail has no <title>");
        }
    }

    private void picture(Element element, Place place) {
        if (!element.hasAttr("alt")) {
            add(Severity.WARNING, "missing-alt", place, "a picture has no alt text; write alt=\"\" where it only decorates");
        }
        if (!element.hasAttr("width")) {
            add(Severity.NOTE, "missing-width", place, "a picture has no width attribute, and Outlook shows it as large as it is");
        }
        String source = element.attr("src");
        if (source.startsWith("data:")) {
            add(Severity.ERROR, "data-picture", place, "a picture is held in the mail itself, which Gmail and Outlook do not show");
        } else if (source.startsWith("http://")) {
            add(Severity.NOTE, "insecure-picture", place, "a picture is fetched without encryption");
        } else if (!isPublic && isKnown(source) && Pictures.isLocal(source)) {
            add(Severity.WARNING, "local-picture", place, "a picture has no public address; set images.folder and images.public_url");
        }
    }

    private void link(Element element, Place place) {
        if (!element.hasAttr("href")) {
            return;
        }
        String target = element.attr("href").strip();
        if (target.isEmpty()) {
            add(Severity.WARNING, "empty-link", place, "a link leads nowhere");
        } else if (target.startsWith("http://")) {
            add(Severity.NOTE, "insecure-link", place, "a link leads to http: instead of https:");
        } else if (MailLint.isCodeOrFile(target)) {
            add(Severity.ERROR, "data-link", place, "a link holds data or code instead of an address");
        } else if (isKnown(target) && !MailLint.hasScheme(target)) {
            add(Severity.ERROR, "relative-link", place, "a link does not say on which site it leads");
        }
        boolean isDynamic = FtlMask.isDynamic(element.text()) || !element.children().isEmpty();
        if (!isDynamic && element.text().isBlank() && !hasMacro(element)) {
            add(Severity.WARNING, "empty-link", place, "a link has nothing to read in it");
        }
    }

    /** What a macro writes between the tags of a link is not known here. */
    private boolean hasMacro(Element element) {
        var start = element.sourceRange().endPos();
        var end = element.endSourceRange().isTracked() ? element.endSourceRange().startPos() : start;
        return sources.files().values().stream()
                .anyMatch(source -> end <= source.length() && end > start && source.substring(start, end).contains("<"));
    }

    private void table(Element element, Place place) {
        boolean isData = element.selectFirst("th, caption") != null;
        if (!element.hasAttr("role") && !isData) {
            add(
                    Severity.NOTE,
                    "layout-table",
                    place,
                    "a table for layout lacks role=\"presentation\", and is read aloud as a table of data");
        }
    }

    private static boolean isKnown(String value) {
        return !value.isEmpty() && value.charAt(0) != FtlMask.VALUE;
    }

    private void add(Severity severity, String rule, Place place, String message) {
        found.add(new Finding(severity, rule, place, message, 0));
    }
}
