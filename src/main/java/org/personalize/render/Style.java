package org.personalize.render;

import java.util.List;
import java.util.regex.Pattern;
import org.htmlunit.cssparser.dom.Property;
import org.htmlunit.cssparser.parser.selector.SelectorSpecificity;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;
import org.personalize.render.Branches.Part;

/** The parts of a style sheet that matter for inlining. */
final class Style {

    private static final Pattern RGB = Pattern.compile("rgb\\((\\d{1,3}), (\\d{1,3}), (\\d{1,3})\\)");

    private Style() {}

    /** One property and its value; names in lower case. */
    record Declaration(String name, String value, boolean isImportant) {

        static Declaration of(Property property) {
            return new Declaration(
                    property.getName().toLowerCase(java.util.Locale.ROOT),
                    value(property.getValue().getCssText()),
                    property.isImportant());
        }

        /** Old mail programs know colours as {@code #rrggbb} only. */
        private static String value(String text) {
            return RGB.matcher(text)
                    .replaceAll(m -> String.format(
                            "#%02x%02x%02x",
                            Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
        }
    }

    /**
     * A selector with its declarations, which can be decided without a browser.
     *
     * @param order later rules win over earlier ones of the same specificity
     * @param home the only part of the templates that is never without the rule; null where every mail has it
     */
    record Rule(
            Evaluator selector,
            SelectorSpecificity specificity,
            int order,
            List<Declaration> declarations,
            @Nullable Part home) {

        /** Whether whoever gets the element at a place of a source gets the rule too. */
        boolean isSureAt(String source, int at) {
            return home == null || home.holds(source, at);
        }
    }
}
