package org.personalize.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reference table of the guide, as it follows from the description of the keys. */
final class GuideText {

    private GuideText() {}

    static String of(Section top) {
        List<String> rows = new ArrayList<>();
        rows.add("| key | what it means | for example |");
        rows.add("|---|---|---|");
        addRows(top, "", rows);
        return String.join("\n", rows) + "\n";
    }

    private static void addRows(Section section, String path, List<String> rows) {
        for (Key key : section.keys()) {
            String name = path + key.name();
            rows.add("| `" + name + "` | " + key.meaning() + " | `"
                    + key.example().replace("|", "\\|") + "` |");
            inner(key.shape()).ifPresent(s -> addRows(s, name + (isMadeUp(key.shape()) ? ".*" : "") + ".", rows));
        }
    }

    private static boolean isMadeUp(Shape shape) {
        return shape instanceof Shape.MapOf;
    }

    private static Optional<Section> inner(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return inner(list.element());
        }
        return shape instanceof Shape.MapOf map ? map.values().section() : shape.section();
    }
}
