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
    private static final Pattern ABOUT_US = Pattern.compile(
            "(?i)\\b(?:spam|blocked|policy|policies|reputation|banned|spf"
                    + "|dkim|dmarc|virus|rate limit|too many|backscatter|callout|helo|ehlo|reverse (?:dns|host ?name|lookup)"
                    + "|after MAIL FROM|in reply to (?:the )?MAIL FROM|accept (?:e?-?mail|messages) from|from: domain"
                    + "|client host rejected|(?:find|resolve) your|your (?:domain|host ?name|ip|server|network)"
                    + "|sender (?:(?:e-?mail |ip )?address|rejected|verify|not|unknown|domain)|sender.s (?:e-?mail|address|mailbox|domain)"
                    + "|(?:invalid|unknown|unroutable|bad) sender|domain of (?:the )?sender|invalid domain"
                    + "|relay(?:ing)? (?:access )?(?:denied|not permitted|prohibited)|not permitted to relay"
                    + "|unable to relay|authentication required|smtp authentication|but (?:sender|my name|greeting) (?:was rejected|failed))\\b");

    private static final Pattern FULL = Pattern.compile(
            "(?i)\\b(mailbox|inbox|account|quota|disk|user|storage)\\b.{0,30}\\b(is |are )?(full|exceeded|over)\\b"
                    + "|over ?quota|quota exceeded|exceeded.{0,30}quota|insufficient (system )?storage|no space left");

    private static final Pattern PASSING = Pattern.compile(
            "(?i)try again|temporar|will retry|be retried|deferred|gr[ea]y-?list|timed? ?out|connection refused");

    private static final String WHO =
            "(?:user|users|mailbox|mail box|recipient|recipients|address|addresses|account|e-?mail"
                    + "|e-?mail address|alias|member|inbox|local[- ]?part|person|employee|name|local user|subscriber|customer|user ?id|account name)";

    private static final Pattern NO_MAILBOX = Pattern.compile("(?iu)"
            + "\\b(?:unknown|invalid|non[- ]?exist(?:ent|ing)|no such|not a valid|no valid|unrouteable|unroutable|undeliverable|bad"
            + "|bad destination|illegal|inactive|disabled|deactivated|deleted|not a known|not a local|not an? active|unavailable)[ :-]{1,2}(?:\\w+ ){0,2}"
            + WHO + "\\b"
            + "|\\b" + WHO + "(?: \\S{1,60})?(?: name| or domain)?(?: is| was| has been| are)? ?(?:currently )?"
            + "(?:\\bunknown|\\binvalid|\\bnot found|\\bnot known|\\bnot exist|\\bnot present|\\bdisabled|\\bdeactivated|\\binactive|\\bunavail?able"
            + "|\\bsuspended|\\bterminated|\\bclosed|\\bnot available|\\bnot valid|\\bnot listed|\\bnot local|\\bno longer|\\bdiscontinued|\\bcancell?ed"
            + "|\\bnot active|\\bnot in service|\\bnot recogni[sz]ed|\\bexpired|\\bdeleted)\\b"
            + "|\\b(?:does not|doesn.?t|did not|do not|don.?t) exist\\b"
            + "|\\bdoes not have an? .{1,60} account|\\bdoesn.t have an? .{1,60} account"
            + "|no mail ?box (?:here|by|with|found|available)|no longer (?:exists?|valid|in use|on server|active|available|works?|employed|with us)"
            + "|(?:could ?n.t|could not|can ?not|was ?n.t|was not|not be|can.t) (?:be )?f(?:ound|ind)\\b"
            + "|recip(?:ient)?(?:not| not ?)found|not listed in|\\bno[t ].{0,60}\\bin (?:\\w+ ){0,2}directory|not our customer"
            + "|is not a (?:registered|valid|known|local|member)|is not a\\s*$|no one (?:here|at this)|has moved|has been replaced by"
            + "|#5\\.1\\.0 address rejected|address rejected.{0,5}$|unrouteable|unroutable|\\b55\\d[ -]+not found"
            + "|user.{0,3}not.{0,3}listed|\\bno (?:user|recipient|account)\\b|userunknown|can.?t accept (?:user|recipient)"
            + "|tried to reach is (?:disabled|inactive)|missing home directory|not in my valid"
            // No such place for mail.
            + "|(?:unknown|illegal|invalid|no such|bad)[ -](?:host|domain|(?:mail )?server|host/domain name)"
            + "|(?:host|domain|name)(?: \\S{1,80})? (?:not found|unknown|is unknown|not known|is invalid|lookup failed permanently)"
            + "|nxdomain|non-?existent (?:host|domain)|point to non-existent hosts|no mx(?: record)?s?\\b|null mx"
            + "|(?:domain|host|server).{0,80}(?:does not|doesn.t) (?:accept|receive) (?:any )?e?-?mail"
            + "|domain must exist|name or service not known"
            // The same in other languages.
            + "|n.existe pas|destinataire.{0,30}(?:inconnu|invalide|archiv)|adresse.{0,40}(?:inconnue|invalide|introuvable)|non r[ée]pertori[ée]"
            + "|utilisateur inconnu|bo[iî]te.{0,30}(?:inexistante|inconnue)"
            + "|existiert nicht|(?:empf(?:ä|ae)nger|benutzer|adresse|postfach).{0,40}(?:unbekannt|existiert|nicht (?:\\S{1,40} ){0,3}gefunden)"
            + "|unbekannte[rn]? (?:benutzer|empf)|no existe|(?:usuario|destinatario|buz[oó]n|direcci[oó]n).{0,30}(?:desconocid|no encontrad|inexistente)"
            + "|utente (?:sconosciuto|non trovato)|nessun utente|casella.{0,30}inesistente|non esiste|n[aã]o existe"
            + "|(?:usu[aá]rio|conta|destinat[aá]rio).{0,20}(?:desconhecid|inexistente)"
            + "|(?:gebruiker|ontvanger|adres).{0,20}(?:onbekend|bestaat niet)|onbekende (?:gebruiker|ontvanger)"
            + "|finns inte|findes ikke|finnes ikke|ukendt (?:bruger|modtager)|ukjent (?:bruker|mottaker)|(?:bruger|modtager|bruker|mottaker) uk(?:endt|jent)"
            + "|nie istnieje|u[żz]ytkownik nieznany|nieznany u[żz]ytkownik|ismeretlen c[íi]mzett|bulunamad[ıi]"
            + "|(?:пользовател|адрес|ящик|уч[её]тн).{0,40}(?:не существует|неизвест)|не найден|несуществующ|нет такого (?:пользователя|ящика|адреса)"
            + "|宛先不明|存在しません|見つかりません|(?:用户|用戶|邮箱|信箱|帐户|帳戶|地址|收件人).{0,6}不存在|无此用户|查無此|찾을 수 없");

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
        return ADDRESS.matcher(start).replaceAll(" ").replaceAll("[\\s<>()]+", " ");
    }
}
