package org.personalize.render;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;

/**
 * A template source as a tree that knows where in the source each tag stands. Read by the rules of XML with HTML's void
 * elements: a shared file may hold a table row without its table, which the rules of HTML would drop.
 */
final class Markup {

    private static final List<String> VOID = List.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final List<String> RAW = List.of("style", "script");

    private final String masked;
    private final Document document;

    Markup(String source) {
        masked = FtlMask.of(source);
        var parser = Parser.xmlParser().setTrackPosition(true).settings(ParseSettings.htmlDefault);
        document = parser.tagSet(tags()).parseInput(masked, "");
    }

    private static TagSet tags() {
        var tags = new TagSet();
        VOID.forEach(name -> tags.add(new Tag(name, Parser.NamespaceXml).set(Tag.Void)));
        RAW.forEach(name -> tags.add(new Tag(name, Parser.NamespaceXml).set(Tag.Data)));
        return tags;
    }

    /** The source with its directives blanked and its values masked, position by position. */
    String masked() {
        return masked;
    }

    /** Every element that a start tag in the source stands for, in the order of the source. */
    List<Element> elements() {
        return document.getAllElements().stream()
                .skip(1) // the document itself
                .filter(e -> isWritten(e.sourceRange()))
                .toList();
    }

    private static boolean isWritten(Range range) {
        return range.isTracked() && !range.isImplicit() && range.endPos() > range.startPos();
    }
}
