package org.personalize.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.template.Template;
import org.personalize.template.Template.Reference;

/** Which names a campaign's templates read that nothing bears, and which customer columns are blank for somebody. */
final class FieldLint {

    private static final String CUSTOMER = "customer.";

    private final Audience audience;
    private final KnownFields known;

    FieldLint(Campaign campaign, Audience audience, Catalog catalog) {
        this.audience = audience;
        this.known = new KnownFields(campaign, audience, catalog);
    }

    List<Finding> findings(List<Template> templates) {
        var references = new LinkedHashSet<Reference>();
        templates.forEach(t -> references.addAll(t.references()));
        var blanks = blanks(references);
        var found = new ArrayList<Finding>();
        for (Reference reference : references) {
            var fault = known.fault(reference.path());
            long blank = isColumn(reference) && !reference.isGuarded() ? blanks.getOrDefault(column(reference), 0L) : 0;
            if (fault.isPresent()) {
                found.add(unknown(reference, fault.get()));
            } else if (blank > 0) {
                found.add(unguarded(reference, blank));
            }
        }
        return found;
    }

    /** Column to the number of people for whom it is blank; only of columns that are read without a guard. */
    private Map<String, Long> blanks(Set<Reference> references) {
        var blanks = new LinkedHashMap<String, Long>();
        references.stream()
                .filter(r -> isColumn(r) && !r.isGuarded() && audience.hasColumn(column(r)))
                .forEach(r -> blanks.computeIfAbsent(column(r), this::blanks));
        return blanks;
    }

    private long blanks(String column) {
        return IntStream.range(0, audience.size())
                .parallel()
                .filter(person -> audience.customer(person).field(column) == null)
                .count();
    }

    private static boolean isColumn(Reference reference) {
        return reference.path().startsWith(CUSTOMER);
    }

    private static String column(Reference reference) {
        String path = reference.path().substring(CUSTOMER.length());
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static Finding unguarded(Reference reference, long people) {
        return new Finding(
                Severity.WARNING,
                "unguarded-field",
                withoutColumn(reference.place()),
                "${" + reference.path() + "} is blank for some people; write what then, such as ${" + reference.path()
                        + "!'…'}",
                people);
    }

    private static Finding unknown(Reference reference, String fault) {
        return new Finding(Severity.WARNING, "unknown-field", withoutColumn(reference.place()), fault, 0);
    }

    /** Two places on one line that read the same field are one finding. */
    static Place withoutColumn(Place place) {
        return new Place(place.file(), place.line(), 0, place.field());
    }
}
