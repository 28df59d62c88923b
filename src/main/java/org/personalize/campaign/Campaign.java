package org.personalize.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Text.Line;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/**
 * One campaign, as its YAML file and the workspace's together ask for it. Paths are absolute.
 *
 * @param file the campaign's own YAML file
 * @param workspace the folder of {@code personalize.yaml}, or the campaign's own
 * @param languages the first is everybody's unless theirs is among the others
 * @param subjects the variants in the order of the file; none only where no template was demanded
 * @param split over all variants, in the same order
 * @param ledger the absolute path of a file, or {@code jdbc:postgresql://…}
 */
public record Campaign(
        String name,
        Path file,
        Path workspace,
        @Nullable Sender from,
        @Nullable String replyTo,
        Sources data,
        List<String> languages,
        List<Variant> subjects,
        Split split,
        Goal goal,
        @Nullable Text preheader,
        @Nullable Path template,
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
        protectedColumns = Collections.unmodifiableSet(new LinkedHashSet<>(protectedColumns));
        slots = List.copyOf(slots);
    }

    /** Whose mail it is; there for every command that demanded {@link Demand#FROM}. */
    @Override
    public Sender from() {
        return demanded(from, "from");
    }

    /** The HTML template; there for every command that demanded {@link Demand#TEMPLATE}. */
    @Override
    public Path template() {
        return demanded(template, "template");
    }

    /** Whether the campaign names a template, for commands that do without one. */
    public boolean hasTemplate() {
        return template != null;
    }

    /** The name of a variant; a campaign that has no subject yet has the one that a single subject has. */
    public String variant(int number) {
        return subjects.isEmpty() ? SubjectKeys.ONLY : subjects.get(number).name();
    }

    /** The relay; there for every command that demanded {@link Demand#SMTP}. */
    public Smtp relay() {
        return demanded(smtp, "smtp");
    }

    private static <T> T demanded(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalStateException("this command did not demand the key " + key);
        }
        return value;
    }

    /** What is no mistake, and still most likely not what was meant. */
    public List<Problem> warnings() {
        List<Problem> found = new ArrayList<>();
        if (links.personIdParameter() != null && audience.trackingConsentColumn() == null) {
            found.add(new Problem(
                    Place.file(file.toString()),
                    "links.person_id names nobody, since no column says who allows to be watched",
                    "Name it: audience: {tracking_consent: …}."));
        }
        if (!variantsCalledLikeLanguages().isEmpty()) {
            found.add(new Problem(
                    Place.file(file.toString()),
                    SubjectKeys.drawnByChance(variantsCalledLikeLanguages()),
                    SubjectKeys.ONE_TEXT_PER_LANGUAGE));
        }
        return List.copyOf(found);
    }

    private List<String> variantsCalledLikeLanguages() {
        return subjects.stream().map(Variant::name).filter(languages::contains).toList();
    }

    /** Nothing that could be a secret, such as the ledger's address. */
    @Override
    public String toString() {
        return "Campaign[" + name + ", " + file + "]";
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
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
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
