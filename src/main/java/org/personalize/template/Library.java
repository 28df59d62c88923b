package org.personalize.template;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/** A template file and all it imports and includes, read, parsed and inspected. */
final class Library {

    private static final int MOST_FILES = 100;

    private final Folder folder;
    private final LockedConfiguration configuration = new LockedConfiguration();
    private final Map<String, Parsed> files = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Problems problems = new Problems();

    private Library(Folder folder) {
        this.folder = folder;
    }

    /** In the order in which they are read, the root first. */
    static Collection<Parsed> of(Folder folder, String root) {
        var library = new Library(folder);
        library.read(root);
        library.problems.throwIfAny();
        library.files.values().forEach(p -> library.configuration.put(p.template()));
        return library.files.values();
    }

    private void read(String name) {
        Parsed parsed = Parsed.of(folder.read(name), configuration, problems);
        if (parsed == null) {
            return;
        }
        files.put(name, parsed);
        path.push(name);
        for (Inspection.Inclusion inclusion : parsed.inclusions()) {
            follow(name, inclusion);
        }
        path.pop();
    }

    private void follow(String from, Inspection.Inclusion inclusion) {
        Place place = inclusion.place();
        Optional<String> resolved = folder.resolve(from, inclusion.target());
        if (resolved.isEmpty()) {
            problems.add(
                    place,
                    Problem.quote(inclusion.target()) + " is not a name within the folder of the templates",
                    "Write it relative to this file, as in shared/layout.ftlh.");
            return;
        }
        String name = resolved.get();
        String ending = from.endsWith(TemplateRoom.HTML) ? TemplateRoom.HTML : TemplateRoom.TEXT;
        if (!name.endsWith(ending)) {
            problems.add(
                    place,
                    "expected a file ending in " + ending + ", found " + Problem.quote(name),
                    "HTML and plain text cannot be mixed, because one is escaped and the other is not.");
        } else if (path.contains(name)) {
            problems.add(place, Problem.quote(name) + " would include itself", "");
        } else if (folder.lacks(name)) {
            problems.add(place, "there is no template " + Problem.quote(name), "");
        } else if (files.size() >= MOST_FILES) {
            problems.add(place, "this template needs more than " + MOST_FILES + " files", "");
        } else if (!files.containsKey(name)) {
            readOther(name);
        }
    }

    /** One file that cannot be read does not keep the mistakes of the others from being told. */
    private void readOther(String name) {
        try {
            read(name);
        } catch (InputProblem e) {
            e.problems().forEach(problems::add);
        }
    }
}
