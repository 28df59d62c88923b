package org.personalize.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.personalize.render.Style.Declaration;
import org.personalize.render.Style.Rule;

/**
 * Writes the styles of a campaign's style blocks into the start tags of its templates, once per file and not per mail:
 * mail programs drop style blocks more often than style attributes. The rest of a source stays as it is, byte by byte and
 * line by line. What depends on the screen or on a state stays in the block, marked {@code !important} by its author.
 */
final class Inliner {

    private static final Set<String> UNSEEN =
            Set.of("html", "head", "meta", "title", "style", "script", "link", "base", "template");

    /** A rule's declaration that applies to an element. */
    private record Match(Rule rule, Declaration declaration) {}

    private static final Comparator<Match> CASCADE = Comparator.comparing(
                    (Match m) -> m.declaration().isImportant())
            .thenComparing(m -> m.rule().specificity())
            .thenComparing(m -> m.rule().order());

    private final List<Rule> rules;

    Inliner(TemplateSources sources) {
        var found = new ArrayList<Rule>();
        for (Map.Entry<Path, String> file : sources.files().entrySet()) {
            String name = sources.nameOf(file.getKey());
            found.addAll(StyleSheet.of(name, new Markup(file.getValue()), found.size())
                    .rules());
        }
        rules = List.copyOf(found);
    }

    /** The same source with its styles in its start tags. */
    String inline(String source) {
        var out = new StringBuilder(source.length() * 2);
        int copied = 0;
        for (Element element : rules.isEmpty() ? List.<Element>of() : new Markup(source).elements()) {
            if (UNSEEN.contains(element.normalName())) {
                continue;
            }
            var insertion = StyleInsertion.of(element, source, declarations(element));
            if (insertion.isEmpty() || insertion.at() < copied) {
                continue;
            }
            out.append(source, copied, insertion.at()).append(insertion.before());
            out.append(source, insertion.at(), insertion.end()).append(insertion.after());
            copied = insertion.end();
        }
        return out.append(source, copied, source.length()).toString();
    }

    /** What applies to an element, the strongest last; an earlier value of the same property is dropped. */
    private List<Declaration> declarations(Element element) {
        var matches = new ArrayList<Match>();
        for (Rule rule : rules) {
            if (element.is(rule.selector())) {
                rule.declarations().forEach(d -> matches.add(new Match(rule, d)));
            }
        }
        matches.sort(CASCADE);
        var strongest = new LinkedHashMap<String, Declaration>();
        for (Match match : matches) {
            strongest.remove(match.declaration().name());
            strongest.put(match.declaration().name(), match.declaration());
        }
        return List.copyOf(strongest.values());
    }

    /** The properties that a style attribute sets itself. */
    static Set<String> names(String style) {
        var names = new HashSet<String>();
        for (String declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                names.add(declaration.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return names;
    }
}
