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
 * Writes the styles of a template's style blocks into its start tags and those of the files it uses, once per file and not
 * per mail: mail programs drop style blocks more often than style attributes. The rest of a source stays as it is, byte by byte and
 * line by line. What depends on the screen or on a state stays in the block, marked {@code !important} by its author;
 * and what stands in a branch stays there for whoever gets the branch, and is written into the tags of the branch alone.
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
        var branches = new Branches(sources);
        for (Map.Entry<Path, String> file : sources.files().entrySet()) {
            var markup = new Markup(file.getValue());
            found.addAll(
                    StyleSheet.of(file.getKey(), markup, found.size(), branches).rules());
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
            var insertion = StyleInsertion.of(element, source, declarations(element, source));
            if (insertion.isEmpty() || insertion.at() < copied) {
                continue;
            }
            out.append(source, copied, insertion.at()).append(insertion.before());
            out.append(source, insertion.at(), insertion.end()).append(insertion.after());
            copied = insertion.end();
        }
        return out.append(source, copied, source.length()).toString();
    }

    /**
     * What applies to an element in every mail, the strongest last; an earlier value of the same property is dropped. So is
     * one that a style of some mails may replace: in a tag it would win over that style.
     */
    private List<Declaration> declarations(Element element, String source) {
        int at = element.sourceRange().startPos();
        var matches = new ArrayList<Match>();
        for (Rule rule : rules) {
            if (element.is(rule.selector())) {
                rule.declarations().forEach(d -> matches.add(new Match(rule, d)));
            }
        }
        matches.sort(CASCADE);
        var strongest = new LinkedHashMap<String, Declaration>();
        for (Match match : matches) {
            String name = match.declaration().name();
            strongest.remove(name);
            if (match.rule().isSureAt(source, at)) {
                strongest.put(name, match.declaration());
            } else {
                strongest.keySet().removeIf(other -> isPart(other, name) || isPart(name, other));
            }
        }
        return List.copyOf(strongest.values());
    }

    /** As {@code background-color} is of {@code background}. */
    private static boolean isPart(String name, String whole) {
        return name.startsWith(whole + "-");
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
