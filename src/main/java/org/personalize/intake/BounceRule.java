package org.personalize.intake;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a bounce means that the mailbox does not exist, so that nothing is ever sent there again. The receiver's own codes
 * are asked first, then what it said in words, then the status that the reporting system made of it, and last the text
 * around. In doubt the mailbox exists.
 */
final class BounceRule {

    /** So much of a text is looked at; what matters stands at its beginning. */
    static final int LONGEST_TEXT = 6_000;

    private static final Set<String> HARD_CODES = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    /** Codes that say no more than that it failed, and Microsoft's own ones for what others said in their words. */
    private static final Pattern EMPTY_CODE = Pattern.compile("[45]\\.(0\\.\\d+|[1-6]\\.0|1\\.\\d{3})");

    private static final Pattern CODE = Pattern.compile("(?<![\\d.])[45]\\.[0-7]\\.\\d{1,3}(?!\\d|\\.\\d)");

    private static final Pattern PASSING_CODE = Pattern.compile("(?<![\\d.-])4[2-5]\\d(?=[ -])");

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\]:;,\"']{1,100}@[^\\s<>()\\[\\]:;,\"']{1,200}");

    /** With one of these it is about us or our mail, whatever the code says. */
    private static final Pattern LISTED = Pattern.compile(
            "(?i)\\b(black ?-?list(ed)?|block ?-?list(ed)?|deny ?-?list|spamhaus|spamcop|dnsbl|rbl|barracudacentral)\\b");

    /** With one of these the words of the receiver are about us or our mail. */
    private static final Pattern ABOUT_US = Pattern.compile("(?i)\\b(spam|blocked|policy|policies|reputation|banned|spf"
            + "|dkim|dmarc|virus|rate limit|too many|sender (address )?(rejected|verify|not|unknown|domain)"
            + "|(invalid|unknown) sender|relay(ing)? (access )?(denied|not permitted|prohibited)|not permitted to relay"
            + "|unable to relay|authentication required|smtp authentication)\\b");

    private static final Pattern FULL = Pattern.compile(
            "(?i)\\b(mailbox|inbox|account|quota|disk|user|storage)\\b.{0,30}\\b(is |are )?(full|exceeded|over)\\b"
                    + "|over ?quota|quota exceeded|exceeded.{0,30}quota|insufficient (system )?storage|no space left");

    private static final Pattern PASSING = Pattern.compile(
            "(?i)try again|temporar|will retry|be retried|deferred|gr[ea]y-?list|timed? ?out|connection refused");

    private static final String WHO =
            "(?:user|users|mailbox|mail box|recipient|recipients|address|addresses|account|e-?mail"
                    + "|e-?mail address|alias|member|inbox|local[- ]?part|person|employee|name|local user|subscriber|customer|user ?id|account name)";

    private static final Pattern NO_MAILBOX = Pattern.compile("(?iu)"
            + "\\b(?:unknown|invalid|nonexistent|non-existent|no such|not a valid|no valid|unrouteable|unroutable|undeliverable|bad"
            + "|bad destination|illegal|inactive|disabled|not a known|not an? active|unavailable)[ :-]{1,2}(?:\\w+ ){0,2}"
            + WHO + "\\b"
            + "|\\b" + WHO + "(?: \\S{1,60})?(?: name)?(?: is| was| has been| are)? ?(?:currently )?"
            + "(?:\\bunknown|\\binvalid|\\bnot found|\\bnot known|\\bnot exist|\\bdisabled|\\bdeactivated|\\binactive|\\bunavailable"
            + "|\\bsuspended|\\bterminated|\\bclosed|\\bnot available|\\bnot valid|\\bnot listed|\\bno longer|\\bdiscontinued|\\bcancell?ed"
            + "|\\bnot active|\\bnot recogni[sz]ed|\\bexpired|\\bdeleted)\\b"
            + "|\\b(?:does not|doesn.?t|did not|do not|don.?t) exist\\b"
            + "|\\bdoes not have an? .{1,60} account|\\bdoesn.t have an? .{1,60} account"
            + "|no mailbox (?:here|by|with)|no longer (?:exists?|valid|in use|on server|active|available|works?|employed|with us)"
            + "|(?:could ?n.t|could not|can ?not|was ?n.t|was not|not be|can.t) (?:be )?f(?:ound|ind)\\b"
            + "|RecipNotFound|recipient(?:not| not )found|not listed in|not in (?:the )?(?:domino )?directory|not our customer"
            + "|is not a (?:registered|valid|known|local|member)|is not a\\s*$|no one (?:here|at this)|has moved"
            + "|#5\\.1\\.0 address rejected|address rejected.{0,5}$|unrouteable|unroutable|not found in directory"
            + "|user.{0,3}not.{0,3}listed|\\bno (?:user|recipient|account)\\b"
            // No such place for mail.
            + "|(?:unknown|illegal|invalid|no such|bad) (?:host|domain|(?:mail )?server|host/domain name)"
            + "|(?:host|domain|name)(?: \\S{1,80})? (?:not found|unknown|is unknown|not known|is invalid|lookup failed permanently)"
            + "|nxdomain|non-?existent (?:host|domain)|point to non-existent hosts|no mx(?: record)?s?\\b|null mx"
            + "|(?:domain|host|server).{0,80}(?:does not|doesn.t) (?:accept|receive) (?:any )?e?-?mail"
            // The same in other languages.
            + "|n.existe pas|destinataire.{0,30}(?:inconnu|invalide)|adresse.{0,40}(?:inconnue|invalide|introuvable)"
            + "|utilisateur inconnu|bo[iî]te.{0,30}(?:inexistante|inconnue)"
            + "|existiert nicht|(?:empf(?:ä|ae)nger|benutzer|adresse|postfach).{0,40}(?:unbekannt|existiert|nicht gefunden)"
            + "|unbekannte[rn]? (?:benutzer|empf)|no existe|(?:usuario|destinatario|buz[oó]n).{0,30}(?:desconocid|no encontrad|inexistente)"
            + "|utente (?:sconosciuto|non trovato)|casella.{0,30}inesistente|non esiste|n[aã]o existe|(?:usu[aá]rio|conta).{0,20}(?:desconhecid|inexistente)"
            + "|не существует|не найден|несуществующ|пользователь.{0,30}неизвест|宛先不明|存在しません|見つかりません|不存在|用户不存在");

    private enum Word {
        HARD,
        SOFT,
        SILENT
    }

    private BounceRule() {}

    /**
     * @param status the enhanced status as the report has it; blank where it has none
     * @param said what the receiver said about this recipient
     * @param around the rest of a report that is text; asked only when all else is silent
     */
    static boolean isHard(String status, String said, String around) {
        Word word = ofReceiver(said);
        if (word == Word.SILENT) {
            word = ofStatus(status);
        }
        if (word == Word.SILENT) {
            word = ofReceiver(around);
        }
        return word == Word.HARD;
    }

    /** Whether anything at all says of what kind the bounce is. */
    static boolean isSilent(String status, String said) {
        return ofReceiver(said) == Word.SILENT && ofStatus(status) == Word.SILENT;
    }

    private static Word ofReceiver(String said) {
        String words = words(said);
        if (words.isBlank()) {
            return Word.SILENT;
        }
        if (LISTED.matcher(words).find()) {
            return Word.SOFT;
        }
        Word code = ofCodes(words);
        return code == Word.SILENT ? ofWords(words) : code;
    }

    private static Word ofCodes(String words) {
        Matcher codes = CODE.matcher(words);
        while (codes.find()) {
            Word word = ofStatus(codes.group());
            if (word != Word.SILENT) {
                return word;
            }
        }
        return Word.SILENT;
    }

    private static Word ofWords(String words) {
        if (FULL.matcher(words).find()) {
            return Word.SOFT;
        }
        if (ABOUT_US.matcher(words).find()
                || PASSING.matcher(words).find()
                || PASSING_CODE.matcher(words).find()) {
            return Word.SILENT;
        }
        return NO_MAILBOX.matcher(words).find() ? Word.HARD : Word.SILENT;
    }

    private static Word ofStatus(String status) {
        Matcher code = CODE.matcher(status);
        if (!code.find() || EMPTY_CODE.matcher(code.group()).matches()) {
            return Word.SILENT;
        }
        return HARD_CODES.contains(code.group()) ? Word.HARD : Word.SOFT;
    }

    /** In one line and without addresses, whose parts would be taken for words. */
    private static String words(String text) {
        String start = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return ADDRESS.matcher(start).replaceAll(" ").replaceAll("[\\s<>]+", " ");
    }
}
