package org.personalize.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Text.Line;

/**
 * One campaign, as its YAML file and the workspace's together ask for it. Paths are absolute.
 *
 * @param file the campaign's own YAML file
 * @param workspace the folder of {@code personalize.yaml}, or the campaign's own
 * @param languages the first is everybody's unless theirs is among the others
 * @param subjects at least one variant, in the order of the file
 */
public record Campaign(
        String name,
        Path file,
        Path workspace,
        Sender from,
        @Nullable String replyTo,
        Sources data,
        List<String> languages,
        List<Variant> subjects,
        Split split,
        Goal goal,
        @Nullable Text preheader,
        Path template,
        @Nullable Path textTemplate,
        List<Signal> signals,
        Set<String> protectedColumns,
        AudienceRules audience,
        Groups groups,
        List<Slot> slots,
        Schedule schedule,
        int priority,
        @Nullable Smtp smtp,
        @Nullable Dkim dkim,
        Compliance compliance,
        Links links,
        Images images,
        Path models,
        String ledger,
        Path secret,
        String seed) {

    public Campaign {
        languages = List.copyOf(languages);
        subjects = List.copyOf(subjects);
        signals = List.copyOf(signals);
        protectedColumns = Set.copyOf(protectedColumns);
        slots = List.copyOf(slots);
    }

    /** {@code Acme Outdoor <news@acme.example>}; the name may be blank. */
    public record Sender(String name, String address) {}

    /** One subject; a campaign with a single subject has one variant named {@code only}. */
    public record Variant(String name, Text subject) {}

    /** What "better" means when variants or models are compared. */
    public enum Goal {
        CLICK,
        PURCHASE,
        REVENUE
    }

    /**
     * How variants are shared out.
     *
     * @param learns moves towards the better one
     * @param shares variant name to its share of 1; even shares are written out
     */
    public record Split(boolean learns, Map<String, Double> shares) {
        public Split {
            shares = Map.copyOf(shares);
        }
    }

    /**
     * An event that counts as wanting an item.
     *
     * @param when a condition over {@code event.<column>}, or null for always
     */
    public record Signal(
            String event, double weight, @Nullable Line when) {}

    /** The mail's address, its opt-out and its list. Blank parts are null; which are demanded depends on the command. */
    public record Compliance(
            @Nullable String postalAddress,
            @Nullable String unsubscribe,
            @Nullable String unsubscribeMailto,
            @Nullable String preferences,
            String topic) {}

    /**
     * @param isUtm adds {@code utm_*} parameters to links
     * @param personIdParameter null for none
     */
    public record Links(boolean isUtm, @Nullable String personIdParameter) {}

    /** Where pictures lie on disk for previews, and where the mail finds them. */
    public record Images(@Nullable Path folder, @Nullable String publicUrl) {}

    /** Shares of 0 to 1. */
    public record Groups(double noMail, double plainMail) {}
}
