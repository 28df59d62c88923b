package org.personalize.cli;

import java.util.stream.Collectors;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.plan.Decision.Status;
import org.personalize.run.Explanation;

/** Tells what chance decided of one person's mail, and leaves out the draws on which nothing of it depends. */
final class DrawTelling {

    private final Explanation story;
    private final Sheet sheet;

    DrawTelling(Explanation story, Sheet sheet) {
        this.story = story;
        this.sheet = sheet;
    }

    void tell() {
        Status status = story.decision().status();
        if (status == Status.SKIPPED) {
            return;
        }
        sheet.blank();
        sheet.line("By chance");
        if (story.isPromised()) {
            sheet.wrapped("  ", promised());
        }
        lot("group", story.lots().group(), groups());
        if (status == Status.PLANNED && story.isPlain()) {
            sheet.wrapped("  ", "Nothing else: plain mail has the first variant, and no random hour.");
        } else if (status == Status.PLANNED) {
            personal();
        }
    }

    /** Groups, shares or seed may be others than when the mail was promised. */
    private String promised() {
        boolean isVariantOpen = story.variants().isPresent() && story.outcome().isEmpty();
        return "An earlier run promised this by what it drew then. Today's draws, which follow, decide nothing of it"
                + (isVariantOpen ? " but the variant." : ".");
    }

    private void personal() {
        if (story.campaign().subjects().size() > 1) {
            lot("variant", story.lots().variant(), variants());
        }
        double random = story.campaign().schedule().randomHours();
        lot(
                "hour",
                story.lots().randomHour(),
                random == 0
                        ? "this campaign has no random hours"
                        : "below %.2f an hour by chance, so that the model keeps learning".formatted(random));
        story.variants().ifPresent(learned -> VariantTelling.of(learned, sheet));
    }

    private String groups() {
        Groups groups = story.campaign().groups();
        if (groups.noMail() + groups.plainMail() == 0) {
            return "this campaign has no comparison groups";
        }
        String noMail = "below %.2f no mail".formatted(groups.noMail());
        return story.hours() == null
                ? noMail + ", else the plain mail for want of consent to personalization"
                : noMail + ", from %.2f on the plain mail".formatted(1 - groups.plainMail());
    }

    private String variants() {
        if (story.variants().isPresent()) {
            return VariantTelling.shares(story.variants().get());
        }
        return story.campaign().split().shares().entrySet().stream()
                .map(share -> share.getKey() + " " + TrainTelling.percent(share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void lot(String name, double lot, String meaning) {
        sheet.wrapped("  %-8s drew %.4f: ".formatted(name, lot), meaning);
    }
}
