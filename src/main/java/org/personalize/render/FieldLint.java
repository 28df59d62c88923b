package org.personalize.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.template.Template;
import org.personalize.template.Template.Reference;

/** Which customer columns a campaign's templates read that are blank for somebody, or that the file does not have. */
final class FieldLint {

    private static final String CUSTOMER = "customer.";

    private final Audience audience;

    FieldLint(Audience audience) {
        this.audience = audience;
    }

    List<Finding> findings(List<Template> templates) {
        var references = new LinkedHashSet<Reference>();
        templates.forEach(t -> t.references().stream()
                .filter(r -> r.path().startsWith(CUSTOMER))
                .forEach(references::add));
        var blanks = blanks(references);
        var found = new ArrayList<Finding>();
        for (Reference reference : references) {
            String column = column(reference);
            Long people = blanks.get(column);
            if (!audience.hasColumn(column)) {
                found.add(unknown(reference));
            } else if (people != null && people > 0 && !reference.isGuarded()) {
                found.add(unguarded(reference, people));
            }
        }
        return found;
    }

    /** Column to the number of people for whom it is blank; only of columns that are read without a guard. */
    private Map<String, Long> blanks(Set<Reference> references) {
        var blanks = new LinkedHashMap<String, Long>();
        references.stream()
                .filter(r -> !r.isGuarded() && audience.hasColumn(column(r)))
                .forEach(r -> blanks.computeIfAbsent(column(r), this::blanks));
        return blanks;
    }

    private long blanks(String column) {
        return IntStream.range(0, audience.size())
                .parallel()
                .filter(person -> audience.customer(person).field(column) == null)
                .count();
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

    private static Finding unknown(Reference reference) {
        return new Finding(
                Severity.WARNING,
                "unknown-field",
                withoutColumn(reference.place()),
                "the customer file has no column for ${" + reference.path() + "}, so it is missing for everybody",
                0);
    }

    /** Two places on one line that read the same field are one finding. */
    static Place withoutColumn(Place place) {
        return new Place(place.file(), place.line(), 0, place.field());
    }
}
