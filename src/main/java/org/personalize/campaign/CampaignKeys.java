package org.personalize.campaign;

import static org.personalize.campaign.Shape.either;

import java.util.List;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.campaign.Campaign.Sender;

/** Every key that a campaign file or a workspace file may have: what is unknown here is unknown to the program. */
final class CampaignKeys {

    static final Kind<Goal> GOAL = Kind.word(List.of(Goal.values()));
    static final Kind<Integer> PRIORITY = Kinds.whole(0, 1_000_000);
    static final Kind<String> LEDGER =
            new Kind<>("a path or jdbc:postgresql://…", Kind.Written.text(""), CampaignKeys::ledger);
    static final Kind<Sender> SENDER = Addresses.SENDER;

    static final Section SIGNAL = Section.of(
            new Key("when", Kinds.CONDITION, "A condition over event.", "\"event.value >= 4\""),
            new Key("weight", Kinds.AMOUNT, "How much it counts.", "2"));

    static final Shape SIGNAL_VALUE =
            either("a weight of 0 or more, or a map of when and weight", Kinds.AMOUNT, SIGNAL);

    private CampaignKeys() {}

    static final Section TOP = Section.of(
            new Key("campaign", Kinds.SLUG, "The campaign's name, which stays the same for good.", "spring-sale"),
            new Key("from", SENDER, "Whose mail it is.", "Acme Outdoor <news@acme.example>"),
            new Key("reply_to", Addresses.ADDRESS, "Where answers go.", "help@acme.example"),
            new Key(
                    "data",
                    SourcesKeys.SECTION,
                    "The files with people, items and events.",
                    "{customers: customers.csv}"),
            new Key(
                    "languages",
                    new Shape.ListOf(Kinds.LANGUAGE),
                    "The languages of the campaign; people of any other get the first.",
                    "[en, de]"),
            new Key(
                    "subject",
                    SubjectKeys.SUBJECT,
                    "The subject, or a map of variants; each a text or one per language.",
                    "\"Spring is here\""),
            new Key(
                    "split",
                    SubjectKeys.SPLIT,
                    "How variants are shared out: even, learn, or a share for each.",
                    "even"),
            new Key("goal", GOAL, "What better means when variants and models are compared.", "click"),
            new Key(
                    "preheader",
                    SubjectKeys.TEXT,
                    "The line that mail programs show behind the subject; one text, or one per language.",
                    "\"Chosen for you\""),
            new Key("template", Kinds.PATH, "The HTML template.", "../templates/spring-sale.ftlh"),
            new Key(
                    "text_template",
                    Kinds.PATH,
                    "The template of the text part, which is otherwise derived from the HTML.",
                    "../templates/spring-sale.ftl"),
            new Key(
                    "signals",
                    new Shape.MapOf(Kinds.ONE_LINE, SIGNAL_VALUE),
                    "Which events count as wanting an item, and how much.",
                    "{purchase: 3, click: 1}"),
            new Key(
                    "protected",
                    new Shape.ListOf(Kinds.ONE_LINE),
                    "Columns that nothing is learned from; the audit compares their groups.",
                    "[age, gender]"),
            new Key("audience", AudienceKeys.SECTION, "Who is meant, and how often at most.", "{consent: opt_in}"),
            new Key("groups", AudienceKeys.GROUPS, "Who is kept aside to compare with.", "{no_mail: 5%}"),
            new Key("slots", SlotKeys.SLOTS, "Places in the mail for chosen items.", "{picks: {pick: 4}}"),
            new Key("schedule", ScheduleKeys.SECTION, "When mail may go out.", "{start: 2026-03-02T07:00}"),
            new Key(
                    "priority",
                    PRIORITY,
                    "Whose turn it is when a person can have only one mail: the higher wins.",
                    "5"),
            new Key("smtp", SmtpKeys.SECTION, "The relay, and the pace it takes.", "{host: localhost, port: 25}"),
            new Key(
                    "dkim",
                    MailKeys.DKIM,
                    "With which key mails are signed.",
                    "{domain: acme.example, selector: s1, key: dkim.pem}"),
            new Key(
                    "compliance",
                    MailKeys.COMPLIANCE,
                    "What the law wants in every mail.",
                    "{postal_address: \"Acme, 1 Hill Road\"}"),
            new Key("links", MailKeys.LINKS, "What is added to links.", "{utm: true}"),
            new Key("images", MailKeys.IMAGES, "Where pictures are.", "{folder: images/}"),
            new Key("models", Kinds.PATH, "The folder of what was learned.", "models/"),
            new Key(
                    "ledger",
                    LEDGER,
                    "What was promised, tried and accepted: a file, or a PostgreSQL database.",
                    "personalize.db"),
            new Key("secret", Kinds.PATH, "The file of the workspace's secret key.", "personalize.key"),
            new Key("seed", Kinds.ONE_LINE, "The seed of every random draw.", "spring"));

    private static String ledger(Node.Scalar scalar) throws Misread {
        String text = Kinds.oneLine(scalar.text().strip());
        if (text.startsWith("jdbc:postgresql:")) {
            return text;
        }
        if (text.startsWith("jdbc:") || text.contains("://")) {
            throw new Misread("Name a file for SQLite, or begin with jdbc:postgresql://.");
        }
        return Kinds.PATH.reading().of(scalar).toString();
    }
}
