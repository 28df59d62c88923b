package org.personalize.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Slot;
import org.personalize.catalog.Catalog;
import org.personalize.history.PersonScope;
import org.personalize.history.Profiles;
import org.personalize.problem.Nearest;

/** Every name that a mail's templates can read, to tell those that nothing bears. */
final class KnownFields {

    private static final String CUSTOMER = "customer";
    private static final String SLOTS = "slots";

    /** What stands behind the names that are the same in every campaign. */
    private static final Map<String, List<String>> FIXED = Map.of(
            "profile", Profiles.NAMES,
            "campaign", List.of("name", "from", "variant", "language"),
            "links", List.of("unsubscribe", "preferences"),
            "compliance", List.of("postal_address", "topic"),
            "send", List.of("local_time"));

    private final Audience audience;
    private final Collection<String> roots;
    private final Collection<String> slots;
    private final Collection<String> itemColumns;

    KnownFields(Campaign campaign, Audience audience, Catalog catalog) {
        this.audience = audience;
        this.roots = new TreeSet<>(PersonScope.NAMES);
        roots.addAll(FIXED.keySet());
        roots.addAll(List.of(SLOTS, "subject", "preheader"));
        this.slots = campaign.slots().stream().map(Slot::name).toList();
        this.itemColumns = itemColumns(campaign, catalog);
    }

    private static Collection<String> itemColumns(Campaign campaign, Catalog catalog) {
        var columns = new TreeSet<>(catalog.columns());
        columns.add("why");
        for (String language : campaign.languages()) {
            columns.addAll(LanguageKit.localColumns(language, catalog.columns()).keySet());
        }
        return columns;
    }

    /** What is wrong with a path, and what was meant; nothing for one that somebody bears. */
    Optional<String> fault(String path) {
        List<String> parts = parts(path);
        String root = parts.get(0);
        if (!roots.contains(root)) {
            return fault("no template sees ", path, "", root, roots);
        }
        if (parts.size() < 2) {
            return Optional.empty();
        }
        String name = parts.get(1);
        return switch (root) {
            case CUSTOMER ->
                audience.hasColumn(name)
                        ? Optional.empty()
                        : fault("the customer file has no column for ", path, CUSTOMER + ".", name, audience.columns());
            case SLOTS -> slot(path, parts);
            default -> fixed(path, root, name);
        };
    }

    private Optional<String> slot(String path, List<String> parts) {
        String name = parts.get(1);
        if (!slots.contains(name)) {
            return fault("the campaign has no slot for ", path, SLOTS + ".", name, slots);
        }
        boolean isOfItem = parts.size() > 2 && path.startsWith(SLOTS + "." + name + "[].");
        return isOfItem && !itemColumns.contains(parts.get(2))
                ? fault("the item file has no column for ", path, "", parts.get(2), itemColumns)
                : Optional.empty();
    }

    private static Optional<String> fixed(String path, String root, String name) {
        List<String> names = FIXED.getOrDefault(root, List.of());
        return names.isEmpty() || names.contains(name)
                ? Optional.empty()
                : fault("there is no ", path, root + ".", name, names);
    }

    private static Optional<String> fault(
            String start, String path, String before, String name, Collection<String> known) {
        return Optional.of(start + "${" + path + "}, so it is missing for everybody"
                + Nearest.to(name, known)
                        .map(near -> "; did you mean " + before + near + "?")
                        .orElse(""));
    }

    /** The names in a path; what is asked for by a value, as in {@code slots[name]}, can be anything. */
    private static List<String> parts(String path) {
        var parts = new ArrayList<String>();
        for (String part : path.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            int call = part.indexOf('(');
            int end = bracket < 0 ? call : bracket;
            parts.add(end < 0 ? part : part.substring(0, end));
            if (bracket >= 0 && parts.size() < 2) {
                return parts;
            }
        }
        return parts;
    }
}
