package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.personalize.campaign.Campaign;
import org.personalize.learn.Model;
import org.personalize.learn.ModelFile;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise.Shown;
import org.personalize.measure.Interval;
import org.personalize.report.WhatIf;
import org.personalize.report.WhatIf.Kind;
import org.personalize.report.WhatIf.Way;
import org.personalize.rhythm.Rhythms;
import org.personalize.rhythm.Weekdays;
import org.personalize.run.JudgedMails.Mail;

/** Works out what other ways of deciding would have earned with the mails that went out, from the chances logged with them. */
final class Otherwise {

    private static final int HOURS = 24;

    private final Past past;
    private final List<Mail> mails;

    private Otherwise(Past past, List<Mail> mails) {
        this.past = past;
        this.mails = mails;
    }

    /**
     * @param past of the campaign whose model and variants are asked about
     * @param campaigns whose mails are pooled
     */
    static WhatIf of(Past past, Ledger ledger, List<String> campaigns, Instant now) throws IOException {
        var otherwise = new Otherwise(past, JudgedMails.of(ledger, past, campaigns, now));
        List<Way> ways = new ArrayList<>();
        ways.add(otherwise.oneHour());
        ways.add(otherwise.oneItem());
        ways.add(otherwise.lastModel(now));
        if (campaigns.equals(List.of(past.campaign().name()))) {
            ways.addAll(otherwise.variants());
        }
        double[] reactions =
                otherwise.mails.stream().mapToDouble(Otherwise::gain).toArray();
        return new WhatIf(campaigns, reactions.length, Interval.of(reactions), ways);
    }

    private static double gain(Mail mail) {
        return mail.isReactedTo() ? 1 : 0;
    }

    private Way oneHour() {
        var hours = new LoggedChoices();
        for (Mail mail : mails) {
            if (JudgedMails.isDrawn(mail.hourChance())) {
                hours.add(mail.person(), localHour(mail), mail.hourChance(), gain(mail));
            }
        }
        int best = hours.best();
        String name = best < 0 ? "" : String.format(Locale.ROOT, "%02d–%02d h", best, (best + 1) % HOURS);
        return new Way(Kind.ONE_HOUR, name, hours.worthOfBest(), hours.asMade(), "");
    }

    private int localHour(Mail mail) {
        return local(mail).getHour();
    }

    private ZonedDateTime local(Mail mail) {
        ZoneId zone = past.audience().customer(mail.person()).zone();
        return Instant.ofEpochSecond(mail.at()).atZone(zone);
    }

    private Way oneItem() {
        var items = new LoggedChoices();
        for (Mail mail : mails) {
            for (Shown shown : mail.drawn()) {
                int item = past.catalog().itemOf(shown.item());
                if (item >= 0) {
                    items.add(mail.person(), item, shown.chance(), gain(mail));
                }
            }
        }
        int best = items.best();
        String name = best < 0 ? "" : past.catalog().item(best).id();
        return new Way(Kind.ONE_ITEM, name, items.worthOfBest(), items.asMade(), "");
    }

    private List<Way> variants() {
        Campaign campaign = past.campaign();
        List<String> names =
                campaign.subjects().stream().map(Campaign.Variant::name).toList();
        var variants = new LoggedChoices();
        for (Mail mail : mails) {
            int variant = names.indexOf(mail.variant());
            if (variant >= 0 && JudgedMails.isDrawn(mail.variantChance())) {
                variants.add(mail.person(), variant, mail.variantChance(), gain(mail));
            }
        }
        return names.size() < 2
                ? List.of()
                : IntStream.range(0, names.size())
                        .mapToObj(variant -> new Way(
                                Kind.ONE_VARIANT, names.get(variant), variants.worthOf(variant), variants.asMade(), ""))
                        .toList();
    }

    /** Only mails that went out after what the model is told: else it would know what came of them. */
    private Way lastModel(Instant now) throws IOException {
        ModelFile file = Learned.file(past.campaign());
        Model model = file.exists() ? file.read() : Model.untrained();
        LastKnown known = LastKnown.of(model, mails.stream().mapToLong(Mail::at), now);
        List<Mail> later = mails.stream()
                .filter(mail -> mail.at() >= known.until().getEpochSecond() && JudgedMails.isDrawn(mail.hourChance()))
                .toList();
        var hours = new LoggedChoices();
        var permitted = new BitSet();
        for (Mail mail : later) {
            int hour = localHour(mail);
            permitted.set(hour);
            hours.add(mail.person(), hour, mail.hourChance(), gain(mail));
        }
        Rhythms rhythms = known.rhythms(model, past);
        int[] wished = later.stream()
                .mapToInt(mail -> best(
                        rhythms.telling(mail.person(), Weekdays.on(local(mail).getDayOfWeek())), permitted))
                .toArray();
        return new Way(
                Kind.LAST_MODEL,
                "",
                hours.worth(i -> wished[i], i -> localHour(later.get(i)) == wished[i]),
                hours.asMade(),
                note(model, known));
    }

    private static String note(Model model, LastKnown known) {
        if (model.papers().isEmpty()) {
            return "no model was trained, and the usual settings stand in";
        }
        return known.isLearnedFrom() ? "the model has learned from some of these mails since, which flatters it" : "";
    }

    /** Of the hours at which mail went out at all, since the others may not be permitted. */
    private static int best(double[] values, BitSet permitted) {
        Optional<Integer> best =
                permitted.stream().boxed().reduce((one, other) -> values[other] > values[one] ? other : one);
        return best.orElse(-1);
    }
}
