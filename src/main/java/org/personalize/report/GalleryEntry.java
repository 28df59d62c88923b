package org.personalize.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Decision.Group;
import org.personalize.render.Finding;

/**
 * One person's preview, as the gallery shows it, or one who is held and has none. Text that is not known is blank.
 *
 * @param written null for somebody who is held: no mail came out, and the findings say why
 * @param findings what the lint engine said of this mail
 * @param picks slot name to what was chosen for it, in the order of the campaign; a slot that stayed empty has an empty
 *     list
 * @param edgeCases why this one was picked to be looked at, such as {@code longest name}; empty for the many
 */
public record GalleryEntry(
        Person person,
        Letter letter,
        Moment moment,
        @Nullable Written written,
        List<Finding> findings,
        Map<String, List<Pick>> picks,
        List<String> edgeCases) {

    public GalleryEntry {
        findings = List.copyOf(findings);
        edgeCases = List.copyOf(edgeCases);
        var copied = new LinkedHashMap<String, List<Pick>>();
        picks.forEach((slot, items) -> copied.put(slot, List.copyOf(items)));
        picks = Collections.unmodifiableMap(copied);
    }

    boolean isHeld() {
        return written == null;
    }

    /** Who gets it. */
    public record Person(
            String customerId,
            String email,
            String name,
            String language,
            String country,
            String segment,
            Group group) {}

    /**
     * What was written.
     *
     * @param htmlBytes size of the HTML part, which Gmail cuts off past 102 KB
     * @param mailBytes size of the whole message
     */
    public record Letter(String variant, String subject, String preheader, long htmlBytes, long mailBytes) {}

    /**
     * When it goes.
     *
     * @param localTime as the person's clock will show it, such as {@code 2026-03-02T18:15+01:00}
     * @param why why this hour, in words
     */
    public record Moment(Instant sendAt, String localTime, String why) {}

    /** The three files of a preview, relative to the folder, with forward slashes. */
    public record Written(String html, String txt, String eml) {

        public Written {
            requireInside(html);
            requireInside(txt);
            requireInside(eml);
        }

        private static void requireInside(String name) {
            for (String step : name.split("/", -1)) {
                if (step.isEmpty() || step.equals(".") || step.equals("..") || step.matches(".*[\\\\:\\x00-\\x1f].*")) {
                    throw new IllegalStateException("not a file inside the preview folder: " + name);
                }
            }
        }
    }

    /**
     * An item that was chosen.
     *
     * @param image a picture on disk, relative to the folder; one with a scheme is not shown, because the gallery asks
     *     nothing of a network
     */
    public record Pick(String title, String why, String image) {}
}
