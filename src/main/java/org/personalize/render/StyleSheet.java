package org.personalize.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.cssparser.dom.AbstractCSSRuleImpl;
import org.htmlunit.cssparser.dom.CSSMediaRuleImpl;
import org.htmlunit.cssparser.dom.CSSStyleRuleImpl;
import org.htmlunit.cssparser.parser.CSSErrorHandler;
import org.htmlunit.cssparser.parser.CSSOMParser;
import org.htmlunit.cssparser.parser.CSSParseException;
import org.htmlunit.cssparser.parser.InputSource;
import org.htmlunit.cssparser.parser.javacc.CSS3Parser;
import org.htmlunit.cssparser.parser.selector.Selector;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.render.Branches.Part;
import org.personalize.render.Style.Declaration;
import org.personalize.render.Style.Rule;

/**
 * The style blocks of one template file.
 *
 * @param rules what can be inlined, in the order of the file
 * @param blocks every rule with its declarations, for the lint engine
 * @param mistakes where the CSS could not be read
 */
record StyleSheet(List<Rule> rules, List<Block> blocks, List<Place> mistakes) {

    /**
     * A rule as written.
     *
     * @param isLeft stays in its block although it is not in a media query: part of it could not be written into all tags
     */
    record Block(Place place, String selector, List<Declaration> declarations, boolean isLeft) {}

    /** @param branches tells which style blocks are not in every mail */
    static StyleSheet of(Path file, Markup markup, int firstOrder, Branches branches) {
        String name = branches.sources().nameOf(file);
        var sheet = new StyleSheet(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Element element : markup.elements()) {
            if (element.normalName().equals("style") && !element.hasAttr("media")) {
                int from = element.sourceRange().endPos();
                int end = end(markup.masked(), from);
                int line = element.sourceRange().end().lineNumber();
                Part home = branches.around(file, from);
                sheet.read(
                        new Origin(name, line, firstOrder, home),
                        markup.masked().substring(from, end));
                branches.within(file, from, end).forEach(branch -> sheet.hear(branch, line, firstOrder));
            }
        }
        return sheet;
    }

    /**
     * Where a style block stands.
     *
     * @param firstOrder the number of rules before the file
     * @param home the part of the templates around it that some mails lack; null where all have it
     */
    private record Origin(
            String name, int line, int firstOrder, @Nullable Part home) {}

    /** Looked for in the text, as the parser does not always know where the end tag of a style block stood. */
    private static int end(String masked, int from) {
        for (int at = masked.indexOf("</", from); at >= 0; at = masked.indexOf("</", at + 2)) {
            if (masked.regionMatches(true, at + 2, "style", 0, "style".length())) {
                return at;
            }
        }
        return masked.length();
    }

    /** Whole rules of a branch within the block, which hold for some mails; what else stands there cannot be read alone. */
    private void hear(Part branch, int line, int firstOrder) {
        var unread = new StyleSheet(rules, new ArrayList<>(), new ArrayList<>());
        unread.read(new Origin("", line, firstOrder, branch), FtlMask.of(branch.text()));
    }

    private void read(Origin origin, String css) {
        var parser = new CSSOMParser(new CSS3Parser());
        parser.setErrorHandler(new MistakeList(origin.name(), origin.line(), mistakes));
        try {
            var sheet = parser.parseStyleSheet(new InputSource(new StringReader(css)), null);
            for (AbstractCSSRuleImpl rule : sheet.getCssRules().getRules()) {
                add(rule, origin, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(AbstractCSSRuleImpl rule, Origin origin, boolean isConditional) {
        if (rule instanceof CSSMediaRuleImpl media) {
            media.getCssRules().getRules().forEach(r -> add(r, origin, true));
        } else if (rule instanceof CSSStyleRuleImpl style) {
            var declarations = style.getStyle().getProperties().stream()
                    .filter(p -> p.getValue() != null)
                    .map(Declaration::of)
                    .toList();
            var place =
                    Place.line(origin.name(), origin.line() + rule.getLocator().getLineNumber() - 1);
            boolean isLeft = false;
            if (!isConditional) {
                var fixed = declarations.stream()
                        .filter(d -> !FtlMask.isDynamic(d.value()))
                        .toList();
                isLeft = origin.home() != null || fixed.size() < declarations.size();
                for (Selector selector : style.getSelectors()) {
                    isLeft |= !isAdded(selector, fixed, origin);
                }
            }
            blocks.add(new Block(place, style.getSelectorText(), declarations, isLeft));
        }
    }

    private boolean isAdded(Selector selector, List<Declaration> declarations, Origin origin) {
        String text = selector.toString();
        if (hasState(text) || FtlMask.isDynamic(text) || declarations.isEmpty()) {
            return declarations.isEmpty();
        }
        Evaluator evaluator;
        try {
            evaluator = org.jsoup.select.Selector.evaluatorOf(text);
        } catch (SelectorParseException e) {
            // A selector that we cannot decide stays in the style block, where the mail program decides it.
            return false;
        }
        int order = origin.firstOrder() + rules.size();
        rules.add(new Rule(evaluator, selector.getSelectorSpecificity(), order, declarations, origin.home()));
        return true;
    }

    /** Hover, first-child and the like; a colon within brackets is part of a value. */
    static boolean hasState(String selector) {
        return selector.replaceAll("\\[[^\\]]*\\]", "").indexOf(':') >= 0;
    }

    /** CSS that cannot be read is left to the mail program; the lint engine says where. */
    private record MistakeList(String name, int line, List<Place> mistakes) implements CSSErrorHandler {

        @Override
        public void warning(CSSParseException e) {
            // A warning only announces that the parser goes on after an error that it has reported already.
        }

        @Override
        public void error(CSSParseException e) {
            mistakes.add(Place.line(name, line + e.getLineNumber() - 1L));
        }

        @Override
        public void fatalError(CSSParseException e) {
            error(e);
        }
    }
}
