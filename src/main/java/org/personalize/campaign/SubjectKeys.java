package org.personalize.campaign;

import static org.personalize.campaign.Shape.either;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.campaign.Campaign.Split;
import org.personalize.campaign.Campaign.Variant;
import org.personalize.campaign.Text.Line;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** Reads subject, preheader and split: what is said in the inbox, in which language, and who sees which variant. */
final class SubjectKeys {

    /** The variant of a campaign with a single subject. */
    static final String ONLY = "only";

    static final int MOST_VARIANTS = 20;

    static final String ONE_TEXT_PER_LANGUAGE =
            "For one text per language put the map under a variant's name, subject: {only: {…}}; a real variant needs"
                    + " another name.";

    private static final double ROUNDING = 0.0005;
    private static final Shape.MapOf BY_LANGUAGE = new Shape.MapOf(Kinds.LANGUAGE, Kinds.TEMPLATE_LINE);

    static final Shape TEXT = either("a text, or a map from language to text", Kinds.TEMPLATE_LINE, BY_LANGUAGE);
    static final Shape SUBJECT =
            either("a text, or a map of variants", Kinds.TEMPLATE_LINE, new Shape.MapOf(Kinds.SLUG, TEXT));
    private static final Kind<Boolean> EVEN_OR_LEARN = Kind.words(List.of("even", "learn"), "learn"::equals);
    static final Shape SPLIT =
            either("even, learn, or a share for each variant", EVEN_OR_LEARN, new Shape.MapOf(Kinds.SLUG, Kinds.SHARE));

    private final Block top;
    private final List<String> languages;

    SubjectKeys(Block top, List<String> languages) {
        this.top = top;
        this.languages = languages;
    }

    List<Variant> subjects() {
        Optional<Node> node = top.node("subject");
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Mapping)) {
            return text("subject", node.get())
                    .map(t -> List.of(new Variant(ONLY, t)))
                    .orElse(List.of());
        }
        Map<String, Node> written = top.made("subject", TEXT);
        if (written.isEmpty() || written.size() > MOST_VARIANTS) {
            top.problem("subject", "expected 1 to " + MOST_VARIANTS + " variants, found " + written.size(), "");
        }
        List<Variant> variants = new ArrayList<>();
        written.forEach((name, n) -> text("subject." + name, n).ifPresent(t -> variants.add(new Variant(name, t))));
        return variants;
    }

    /** Nobody means that chance decides in which language a person reads the subject. */
    void refuseLanguages(Collection<Variant> variants) {
        List<String> named =
                variants.stream().map(Variant::name).filter(languages::contains).toList();
        if (!named.isEmpty()) {
            top.problem("subject", drawnByChance(named), ONE_TEXT_PER_LANGUAGE);
        }
    }

    /** What a map of languages directly under the subject comes to. */
    static String drawnByChance(List<String> named) {
        return "variants are called like languages, " + String.join(", ", named)
                + ", and everybody gets one of the variants by chance";
    }

    Optional<Text> preheader() {
        return top.node("preheader").flatMap(n -> text("preheader", n));
    }

    private Optional<Text> text(String where, Node node) {
        Map<String, Line> lines = new LinkedHashMap<>();
        if (node instanceof Node.Mapping map) {
            map.entries().forEach((language, entry) -> {
                checkLanguage(where, language, entry.key());
                top.read(where + "." + language, entry.value(), Kinds.TEMPLATE_LINE, Kinds.TEMPLATE_LINE)
                        .ifPresent(line -> lines.put(language, line));
            });
            demandAll(where, map);
        } else {
            top.read(where, node, Kinds.TEMPLATE_LINE, where.equals("subject") ? SUBJECT : TEXT)
                    .ifPresent(line -> lines.put("", line));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Text(lines));
    }

    private void checkLanguage(String where, String language, Place place) {
        if (!languages.contains(language)) {
            String known = String.join(", ", languages);
            top.problem(
                    place,
                    where,
                    Problem.quote(language) + " is none of the languages " + known,
                    "Add it to languages, or leave the text out.");
        }
    }

    private void demandAll(String where, Node.Mapping map) {
        List<String> missing =
                languages.stream().filter(l -> !map.entries().containsKey(l)).toList();
        if (!missing.isEmpty()) {
            top.problem(
                    map.place(),
                    where,
                    "there is no text for " + String.join(", ", missing),
                    "Write one per language.");
        }
    }

    Split split(List<Variant> variants) {
        List<String> names = variants.stream().map(Variant::name).toList();
        Optional<Node> node = top.node("split");
        if (node.isPresent() && node.get() instanceof Node.Mapping) {
            return new Split(false, shares(names));
        }
        return new Split(top.value("split", EVEN_OR_LEARN, false), even(names));
    }

    private static Map<String, Double> even(Collection<String> names) {
        Map<String, Double> shares = new LinkedHashMap<>();
        names.forEach(name -> shares.put(name, 1.0 / names.size()));
        return shares;
    }

    private Map<String, Double> shares(List<String> names) {
        Map<String, Double> given = top.map("split", Kinds.SHARE);
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                String message = Problem.quote(name) + " is no variant of the subject";
                top.problem(
                        "split", message, nearest(name, names).orElse("Variants: " + String.join(", ", names) + "."));
            }
        }
        List<String> missing = names.stream().filter(n -> !given.containsKey(n)).toList();
        if (!missing.isEmpty()) {
            top.problem("split", "there is no share for " + String.join(", ", missing), "Give every variant one.");
        }
        double sum = given.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            String percent = Percent.of(sum);
            top.problem("split", "the shares sum to " + percent + " instead of 100%", "Change one of them.");
            return even(names);
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        names.forEach(name -> shares.put(name, given.getOrDefault(name, 0.0) / sum));
        return shares;
    }

    private static Optional<String> nearest(String word, List<String> known) {
        return Nearest.to(word, known).map(w -> "Did you mean " + w + "?");
    }
}
