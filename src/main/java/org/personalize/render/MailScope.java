package org.personalize.render;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Fields;

/**
 * Every name at the top of a template for one mail. Subject and preheader are texts of their own that use the other
 * names, so they become known one after the other.
 */
final class MailScope implements Fields {

    private final Fields person;
    private final Map<String, List<Fields>> slots;
    private final Map<String, Object> fixed;
    private @Nullable String subject;
    private @Nullable String preheader;

    /**
     * @param person customer, profile, now and the functions
     * @param fixed campaign, links, compliance and send
     */
    MailScope(Fields person, Map<String, List<Fields>> slots, Map<String, Object> fixed) {
        this.person = person;
        this.slots = slots;
        this.fixed = fixed;
    }

    void knowSubject(String text) {
        subject = text.isEmpty() ? null : text;
    }

    void knowPreheader(String text) {
        preheader = text.isEmpty() ? null : text;
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "slots" -> (Fields) slots::get;
            case "subject" -> subject;
            case "preheader" -> preheader;
            default -> {
                Object own = fixed.get(name);
                yield own == null ? person.field(name) : own;
            }
        };
    }
}
