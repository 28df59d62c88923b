package org.personalize.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.personalize.audience.Customer;
import org.personalize.campaign.Campaign.Sender;
import org.personalize.catalog.Item;
import org.personalize.deliver.Outcome.Previewed;
import org.personalize.plan.Counts;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Choice;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Plan;
import org.personalize.render.Finding;
import org.personalize.render.Mail;
import org.personalize.render.Rendered.Held;
import org.personalize.report.GalleryEntry;
import org.personalize.report.GallerySummary;
import org.personalize.rhythm.Hours;

/** Puts what a dry run did into the words of the gallery. */
final class GalleryTelling {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);

    /** The gallery filters by it. */
    private static final String HELD = "held";

    /** Columns by which shops part their customers; the first that the file has is shown. */
    private static final List<String> SEGMENT_COLUMNS = List.of("segment", "loyalty_tier", "tier", "status");

    private final Material material;
    private final Plan plan;
    private final Proofs proofs;
    private final UnaryOperator<String> pictures;
    private final Tally tally;
    private final EarlierDeeds deeds;
    private final String segmentColumn;

    /** @param pictures where the gallery finds the picture of an item */
    GalleryTelling(Material material, Plan plan, Proofs proofs, UnaryOperator<String> pictures) {
        this.material = material;
        this.plan = plan;
        this.proofs = proofs;
        this.pictures = pictures;
        this.tally = Tally.of(material, plan, proofs.subjects());
        this.deeds = new EarlierDeeds(material.history(), material.catalog());
        this.segmentColumn = SEGMENT_COLUMNS.stream()
                .filter(material.audience().columns()::contains)
                .findFirst()
                .orElse("");
    }

    Tally tally() {
        return tally;
    }

    GallerySummary summary(String version) {
        Counts counts = proofs.counts();
        Sender from = material.campaign().from();
        return new GallerySummary(
                counts,
                material.planning().occurrence(),
                from.name().isEmpty() ? from.address() : from.name() + " <" + from.address() + ">",
                material.planning().now(),
                tally.sends(),
                proofs.findings(),
                version);
    }

    GalleryEntry entry(Mail mail, Previewed files, List<String> edgeCases) {
        Customer customer = material.audience().customer(mail.person());
        Decision decision = plan.decision(mail.person());
        return new GalleryEntry(
                person(customer, orBlank(mail.fullName()), mail.language(), decision),
                new GalleryEntry.Letter(
                        mail.variant(),
                        mail.subject(),
                        mail.preheader(),
                        mail.html().getBytes(StandardCharsets.UTF_8).length,
                        files.bytes()),
                new GalleryEntry.Moment(
                        mail.sendAt(), LOCAL.format(mail.sendAt().atZone(customer.zone())), whyThen(mail, decision)),
                new GalleryEntry.Written(name(files.html()), name(files.text()), name(files.message())),
                proofs.findings(mail),
                picks(mail.person(), decision),
                edgeCases);
    }

    /** Somebody for whom no mail came out: in the place of a subject stands what is wrong, and then where. */
    GalleryEntry entry(Held held) {
        Customer customer = material.audience().customer(held.person());
        Decision decision = plan.decision(held.person());
        Instant at = Objects.requireNonNull(decision.sendAt(), "who is planned has a moment");
        Finding first = held.findings().get(0);
        return new GalleryEntry(
                person(customer, orBlank(Mail.fullName(customer)), customer.language(), decision),
                new GalleryEntry.Letter(
                        orBlank(decision.variant()),
                        first.message(),
                        first.place().toString(),
                        0,
                        0),
                new GalleryEntry.Moment(
                        at, LOCAL.format(at.atZone(customer.zone())), "this person's mail would leave then"),
                null,
                held.findings(),
                picks(held.person(), decision),
                List.of(HELD));
    }

    private GalleryEntry.Person person(Customer customer, String name, String language, Decision decision) {
        return new GalleryEntry.Person(
                customer.id(),
                customer.email(),
                name,
                language,
                orBlank(customer.text("country")),
                segmentColumn.isEmpty() ? "" : orBlank(customer.text(segmentColumn)),
                decision.group());
    }

    private Map<String, List<GalleryEntry.Pick>> picks(int person, Decision decision) {
        Map<String, List<GalleryEntry.Pick>> picks = new LinkedHashMap<>();
        material.campaign()
                .slots()
                .forEach(slot -> picks.put(
                        slot.name(),
                        decision.slots().getOrDefault(slot.name(), List.of()).stream()
                                .map(choice -> pick(person, choice))
                                .toList()));
        return picks;
    }

    private GalleryEntry.Pick pick(int person, Choice choice) {
        Item item = material.catalog().item(choice.item());
        String picture = item.field("image_url") instanceof String source ? pictures.apply(source) : "";
        return new GalleryEntry.Pick(item.title(), words(person, choice, item), picture);
    }

    private String words(int person, Choice choice, Item item) {
        return switch (choice.why()) {
            case "popular" -> "what most people like just now";
            case "category" -> deeds.inCategory(person, item.category());
            case "again" -> deeds.with(person, choice.item());
            case "alike" -> "it is like what this person went for before";
            case "together" -> "people who like the same things went for it, too";
            case "interest" -> "this person said they are interested in it";
            case "in_cart" -> "this person put it into the cart and bought nothing since";
            case "viewed" -> "this person looked at it and bought nothing since";
            case "pinned" -> "the campaign shows it to everybody";
            case "boosted" -> "the campaign moves it up";
            default -> choice.why();
        };
    }

    private String whyThen(Mail mail, Decision decision) {
        if (!material.campaign().schedule().isGiven()) {
            return "the campaign has no schedule: everybody is due at once";
        }
        if (decision.group() == Group.PLAIN_MAIL) {
            return "in the plain-mail group: the hour that suits most people";
        }
        if (!material.audience().allowsPersonalization(mail.person())) {
            return "without consent to personalization: the hour that suits most people";
        }
        if (decision.hourChance() < 1 && isRandom(mail, decision)) {
            return "one of the few with a random hour, so that there is something to learn from";
        }
        Hours hours = material.planning().hours();
        return hours.hasPersonalHour(mail.person())
                ? "from %.0f of this person's own visits, drawn towards those of everybody"
                        .formatted(hours.evidence(mail.person()))
                : "this person has no hour of their own so far: the hour that suits people like them";
    }

    /** With a share of random hours, the chosen hour is far likelier than any random one. */
    private static boolean isRandom(Mail mail, Decision decision) {
        return decision.hourChance() < 0.5 && Objects.equals(decision.variant(), mail.variant());
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static String orBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
