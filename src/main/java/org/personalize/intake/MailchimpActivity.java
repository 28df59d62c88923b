package org.personalize.intake;

import java.util.List;
import java.util.Locale;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;

/** Mailchimp's report of what each recipient of a campaign did: one object for each recipient, with a list of deeds. */
final class MailchimpActivity implements Provider {

    @Override
    public Form form() {
        return Form.MAILCHIMP_ACTIVITY;
    }

    @Override
    public List<String> names() {
        return List.of(
                "email_address",
                "email_id",
                "campaign_id",
                "activity.action",
                "activity.timestamp",
                "activity.type",
                "activity.url");
    }

    @Override
    public boolean knows(JsonObject object) {
        return object.has("email_address") && object.has("campaign_id") && object.has("email_id");
    }

    @Override
    public String read(JsonObject object, long line, Account account) {
        String whyNot = "a recipient who did nothing";
        for (JsonObject deed : object.objects("activity")) {
            String action = deed.text("action").toLowerCase(Locale.ROOT);
            Draft draft = new Draft(Form.MAILCHIMP_ACTIVITY, line)
                    .email(object.text("email_address"))
                    .campaign(object.text("campaign_id"))
                    .at(deed.text("timestamp"));
            switch (action) {
                case "open" -> draft.event(Kind.OPEN).reaction(Reaction.UNDECIDED);
                case "click" -> draft.event(Kind.CLICK).item(deed.text("url"));
                case "bounce" -> draft.bounce(deed.text("type").equalsIgnoreCase("hard"));
                case "sent" -> draft.event(Kind.SENT);
                default -> {
                    whyNot = Provider.unknown(action);
                    continue;
                }
            }
            account.event(draft.done());
        }
        return whyNot;
    }
}
