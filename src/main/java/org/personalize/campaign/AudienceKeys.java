package org.personalize.campaign;

import static org.personalize.campaign.Shape.either;

import java.time.Duration;
import java.util.Optional;
import org.personalize.campaign.AudienceRules.Follows;
import org.personalize.campaign.Campaign.Groups;

/** What can be written under {@code audience} and {@code groups}. */
final class AudienceKeys {

    private static final int MOST_DAYS = 3660;
    private static final int MOST_PER_WEEK = 1000;
    private static final Kind<Integer> QUIET_DAYS = Kinds.whole(0, MOST_DAYS);
    private static final Kind<Integer> PER_WEEK = Kinds.whole(1, MOST_PER_WEEK);

    private static final Kind<String> COLUMN = Kind.of("a column", Kind.Written.text(""), Kinds::oneLine);

    private static final Section NOT_RECORDED = Section.of(new Key(
            "not_recorded",
            Kinds.TEXT,
            "Why people may be written to although no consent is recorded.",
            "\"customers of the last two years, own similar goods\""));

    private AudienceKeys() {}

    static final Section SECTION = Section.of(
            new Key(
                    "where",
                    Kinds.CONDITION,
                    "A condition over customer and profile; without it everybody is meant.",
                    "\"customer.country == 'DE'\""),
            new Key(
                    "consent",
                    either("a column, or {not_recorded: why}", COLUMN, NOT_RECORDED),
                    "The column that must say yes before a person is written to.",
                    "marketing_opt_in"),
            new Key(
                    "opted_out",
                    new Shape.ListOf(COLUMN),
                    "Columns that say no: whoever has anything there but a no or a blank is not written to.",
                    "[do_not_email]"),
            new Key(
                    "tracking_consent",
                    COLUMN,
                    "The column without whose yes nothing is learned from a person's opens and clicks.",
                    "allows_tracking"),
            new Key(
                    "personalization_consent",
                    COLUMN,
                    "The column without whose yes a person gets the plain mail and stays out of training.",
                    "profiling_ok"),
            new Key("quiet_days", QUIET_DAYS, "Nobody is written to who had any campaign in the last days.", "3"),
            new Key("max_per_week", PER_WEEK, "How many mails of all campaigns a person gets in seven days.", "3"),
            new Key(
                    "repeat_after",
                    Moments.DURATION,
                    "The least time between two mails of this campaign to one person; without it there is no second.",
                    "300d"),
            new Key(
                    "follows",
                    Section.of(
                            new Key("campaign", Kinds.SLUG, "The campaign that is followed.", "welcome-1"),
                            new Key("after", Moments.DURATION, "How long after its mail this one is due.", "3d")),
                    "Only those are meant who had another campaign's mail.",
                    "{campaign: welcome-1, after: 3d}"));

    static final Section GROUPS = Section.of(
            new Key("no_mail", Kinds.SHARE, "The share of people who get nothing, to compare with.", "5%"),
            new Key(
                    "plain_mail",
                    Kinds.SHARE,
                    "The share of people who get the campaign without anything personal, to compare with.",
                    "10%"));

    static AudienceRules read(Block block) {
        boolean isNotRecorded = block.node("consent").orElse(null) instanceof Node.Mapping;
        Block consent = block.block("consent");
        if (isNotRecorded) {
            consent.demand("not_recorded", "");
        }
        return new AudienceRules(
                block.value("where", Kinds.CONDITION).orElse(null),
                isNotRecorded ? null : block.value("consent", COLUMN).orElse(null),
                consent.value("not_recorded", Kinds.TEXT).orElse(null),
                block.list("opted_out", COLUMN),
                block.value("tracking_consent", COLUMN).orElse(null),
                block.value("personalization_consent", COLUMN).orElse(null),
                block.value("quiet_days", QUIET_DAYS, 0),
                block.value("max_per_week", PER_WEEK, 0),
                block.value("repeat_after", Moments.DURATION).orElse(null),
                follows(block.block("follows")).orElse(null));
    }

    private static Optional<Follows> follows(Block block) {
        if (!block.isGiven()) {
            return Optional.empty();
        }
        block.demand("campaign", "");
        block.demand("after", "");
        Optional<Duration> after = block.value("after", Moments.DURATION);
        return block.value("campaign", Kinds.SLUG).flatMap(name -> after.map(a -> new Follows(name, a)));
    }

    static Groups groups(Block block) {
        double noMail = block.value("no_mail", Kinds.SHARE, 0.0);
        double plainMail = block.value("plain_mail", Kinds.SHARE, 0.0);
        if (noMail + plainMail >= 1) {
            block.problem(
                    "no_mail",
                    "the groups sum to " + Percent.of(noMail + plainMail) + ", which leaves nobody for the campaign",
                    "Make them smaller; 5% and 10% are usual.");
            return new Groups(0, 0);
        }
        return new Groups(noMail, plainMail);
    }
}
