package org.personalize.intake;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalize.intake.Letter.Part;

/** By what it is seen what a mail is: its sender, its subject, and the marks that mailers set. */
final class MailSigns {

    private static final Pattern DAEMON = Pattern.compile(
            "(?i)mailer-?daemon|postmaster|post_master|mail (delivery|administrator|system)|delivery (subsystem|system|service)|ndr admin|<>|^\\s*$"
                    + "|content-filter|microsoft ?(outlook|exchange)|system administrator|bounce|sysadmin");

    private static final Pattern FAILURE_SUBJECT = Pattern.compile(
            "(?i)undeliver|un-?delivered|deliver\\w*.{0,30}(fail|error|problem|status|notif)|fail\\w*.{0,20}(deliver|notice|mail)|returned (e-?)?mail"
                    + "|mail (system )?error|non[- ]?(remis|delivery|deliverable)|could not be (delivered|sent)|unzustellbar|nicht zugestellt|error sending"
                    + "|mail.{0,20}return|bounce|rejected|blocked by|not delivered|not member"
                    + "|zustellfehler|konnte nicht|impossible (de|d.)|[ée]chec|non (recapitabil|consegnat)|mancat[ao] (recapito|consegna)"
                    + "|no (se pud|se pued|entregad)|n[ãa]o (é possível )?entreg|falha n[ao] entrega|onbestelbaar|niet (bezorgd|bestelbaar)|olevererbar"
                    + "|inte (att )?leverera|k(an|unne) ikke leveres|niedostarcz|nie dostarczono|nedoru[cč]|kézbesíthetetlen|teslim edileme"
                    + "|не ?доставл|送信(エラー|でき|不能)|配信(エラー|でき|不能)|不達|無法(傳遞|投遞|寄送)|无法(送达|投递)|未传递|退信");

    private static final Pattern FAILURE_WORDS = Pattern.compile(
            "(?i)(could not|couldn.t|cannot|can not|can.t|unable to|was not|were not|wasn.t|not be|failed to|trouble|error(s)? (while )?(in )?|problem(s)? )"
                    + ".{0,40}(deliver|reach|sent|send|relay)|undeliverable|permanent (fatal )?error|delivery (to the following|has )?.{0,30}fail"
                    + "|did not reach|was rejected|returned to (you|sender)|returning message|user unknown|fatal errors|message.{0,20}(rejected|refused|bounced)"
                    + "|(unknown|no such) user|не (было|может быть|удалось).{0,20}достав|не доставлено|invalid recipient|no valid recipients?|rcpt to"
                    + "|not a member of|nicht zugestellt|zustellung.{0,60}fehlgeschlagen|n.a (pas )?(été|pu être) (remis|livré|distribué)"
                    + "|n[ou]n? (è stat[oa]|è possibile) (consegn|recapit)|no (se )?(pud|pued|ha podido|ha sido).{0,20}entreg|n[ãa]o (foi|p[ôo]de|é possível).{0,20}entreg"
                    + "|niet (worden )?(bezorgd|afgeleverd)|送信できません|配信できません|送達できません|宛先不明|無法(傳遞|投遞)|无法(送达|投递)|传递失败");

    private static final Pattern AUTO_SUBJECT = Pattern.compile(
            "(?i)^\\s*(re:\\s*)?(auto(matic|mated)?[- :]*(reply|response|re|svar|antwort|matische antwort)?\\b[:\\s]|out of (the )?office|away (until|from)|i am (away|on vacation)"
                    + "|on (vacation|holiday|leave)|abwesen|r[ée]ponse automatique|absence|automatische antwort|respuesta autom|risposta automatica"
                    + "|resposta autom|afwezig|vacation|fuera de|自動|不在)");

    private static final Pattern CHALLENGE = Pattern.compile(
            "(?i)(confirm|verify|prove).{0,60}(your (message|e-?mail|address|identity)|you are (human|a person|not a)|that you)|challenge.{0,5}response"
                    + "|(click|reply|respond).{0,60}(to (have|get|release)|so that|before).{0,40}(deliver|message|mail)|whitelist|awaiting your (confirmation|verification)");

    private static final Pattern DELAY_SUBJECT = Pattern.compile(
            "(?i)\\(delay\\)|delayed|\\bdelay\\b|warning: (could not send|message)|warning - |still (being|trying|un)|temporar");

    private static final Pattern DELAY_WORDS = Pattern.compile(
            "(?i)this is a warning( message)? only|not (yet )?been delivered.{0,80}(attempts|continue|will)|will (keep|continue) (on )?trying|do not need to resend"
                    + "|will be retried|(delivery )?attempts will continue|has been delayed|will (re)?try (again|for)|no action is required");

    private static final Pattern OPT_OUT = Pattern.compile(
            "(?i)^\\W*(re:\\s*)?(list[- ])?(unsubscribe|un-subscribe|remove( me)?\\b|opt[- ]?out|abmelden|abbestellen|d[ée]sabonn|d[ée]sinscri|darse de baja|baja\\b|cancellami|disiscri"
                    + "|afmelden|cancelar (la )?(suscripci|assinatura)|stop\\b)");

    /** Mail that must not be answered goes out from nobody, so that no two programs answer each other for ever. */
    private static final Pattern NOBODY = Pattern.compile("(?i)<\\s*>|mailer-?daemon|postmaster");

    /** Nobody writes from there in person. */
    private static final Pattern NO_PERSON = Pattern.compile("(?i)\\b(no|do-?not)[-_.]?reply\\b");

    private static final Set<String> NO_COMPLAINTS =
            Set.of("auth-failure", "not-spam", "dkim-failure", "auth_failure", "dmarc");

    private static final int LOOKED_AT = 4_000;

    private final Letter letter;
    private final Headers headers;
    private final String subject;

    MailSigns(Letter letter) {
        this.letter = letter;
        this.headers = letter.headers();
        this.subject = headers.text("subject");
    }

    /** RFC 5965, and Hotmail's older form, which is known by the field that names the complainer. */
    boolean isComplaint() {
        return letter.parts().stream().anyMatch(part -> part.type().equals("message/feedback-report"))
                || !originalField("x-hmxmroriginalrecipient").isEmpty();
    }

    boolean isNoComplaint() {
        return NO_COMPLAINTS.contains(feedbackType());
    }

    String feedbackType() {
        String type = reportField("feedback-type");
        return type.isEmpty() ? "abuse" : type.toLowerCase(Locale.ROOT);
    }

    private String reportField(String name) {
        for (Part part : letter.parts()) {
            if (part.type().equals("message/feedback-report")) {
                var fields = new Headers();
                Headers.read(part.text().strip().lines().toList(), 0, fields);
                return fields.joined(name).strip();
            }
        }
        return "";
    }

    private String originalField(String name) {
        return letter.parts().stream()
                .filter(Part::isMail)
                .map(part -> part.headers().first(name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    Set<String> complainers() {
        Set<String> all = addresses(reportField("original-rcpt-to"));
        all.addAll(all.isEmpty() ? addresses(originalField("x-hmxmroriginalrecipient")) : Set.of());
        all.addAll(all.isEmpty() ? addresses(reportField("removal-recipient")) : Set.of());
        all.addAll(all.isEmpty() ? addresses(originalField("to")) : Set.of());
        return all;
    }

    /** Exim's own field, which others took over. */
    Set<String> failedRecipients() {
        return addresses(headers.joined("x-failed-recipients"));
    }

    private static Set<String> addresses(String text) {
        var all = new LinkedHashSet<String>();
        for (String one : text.split("[,\\s]+", -1)) {
            String address = DeliveryReport.address(one);
            if (!address.isEmpty()) {
                all.add(address);
            }
        }
        return all;
    }

    /** Who wrote the report and to whom, in small letters: of these it does not speak unless it says so clearly. */
    Set<String> strangers() {
        Set<String> all =
                addresses(headers.joined("from", "to", "delivered-to", "x-original-to", "reply-to", "return-path"));
        all.addAll(addresses(originalField("from")));
        var small = new LinkedHashSet<String>();
        all.forEach(address -> small.add(address.toLowerCase(Locale.ROOT)));
        return small;
    }

    private boolean isDaemon() {
        return DAEMON.matcher(headers.text("from")).find() && headers.has("from");
    }

    /** Whether a program wrote it, and not a person, who may well quote what a program wrote about something else. */
    boolean isByMailSystem() {
        String sender = headers.joined("return-path", "x-envelope-from");
        String submitted = headers.first("auto-submitted").toLowerCase(Locale.ROOT);
        String type = headers.first("content-type").toLowerCase(Locale.ROOT);
        return isDaemon()
                || !headers.has("from")
                || NOBODY.matcher(sender).find()
                || submitted.startsWith("auto-")
                || type.startsWith("multipart/report")
                || type.contains("delivery-status")
                || headers.has("x-failed-recipients")
                || NO_PERSON.matcher(headers.text("from")).find();
    }

    private boolean isFailureSubject() {
        return FAILURE_SUBJECT.matcher(subject).find();
    }

    boolean isAutoReply() {
        if (headers.has("x-failed-recipients") || isDaemon() && isFailureSubject()) {
            return false;
        }
        String submitted = headers.first("auto-submitted").toLowerCase(Locale.ROOT);
        boolean isMarked = (submitted.startsWith("auto-replied") && !isDaemon())
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-autoresponder")
                || headers.first("precedence").equalsIgnoreCase("auto_reply")
                || headers.first("x-precedence").equalsIgnoreCase("auto_reply");
        return isMarked || AUTO_SUBJECT.matcher(subject).find();
    }

    boolean isChallenge() {
        return !isDaemon()
                && !isFailureSubject()
                && (CHALLENGE.matcher(subject).find()
                        || CHALLENGE.matcher(start(letter.text())).find());
    }

    boolean isBounce(String words) {
        boolean hasWords = FAILURE_WORDS.matcher(start(words)).find();
        boolean hasMark = headers.has("x-failed-recipients")
                || headers.first("content-type").toLowerCase(Locale.ROOT).contains("delivery-status");
        return hasMark
                || isDaemon() && (isFailureSubject() || hasWords)
                || isFailureSubject() && hasWords
                || hasWords && letter.parts().stream().anyMatch(Part::isMail);
    }

    boolean isDelay(String words) {
        return DELAY_SUBJECT.matcher(subject).find()
                        && !subject.toLowerCase(Locale.ROOT).contains("fail")
                || DELAY_WORDS.matcher(start(words)).find();
    }

    boolean isOptOutSubject() {
        return OPT_OUT.matcher(subject).find();
    }

    /** @param isOurs whether the mail carries a name or a token that may be ours */
    boolean isOptOut(String words, boolean isOurs) {
        String first = words.strip();
        return isOurs && OPT_OUT.matcher(start(first)).find();
    }

    private static String start(String text) {
        return text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    }
}
