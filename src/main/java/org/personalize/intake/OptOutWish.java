package org.personalize.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How clearly somebody says, in words of their own, that they want no more mail. What they quote below is ours, and may well
 * hold such words.
 */
enum OptOutWish {
    /** Their first sentence is short and says so: it counts. */
    CLEAR,
    /** The word falls, in a question, in a refusal or amid other things: a person has to read it. */
    UNCLEAR,
    NONE;

    /** A longer sentence may be about anything. */
    private static final int MOST_WORDS = 10;

    private static final int LOOKED_AT = 4_000;

    /** Each asks for it as it stands, in any sentence that does not turn it round. */
    private static final Pattern ASKED = anyOf(
            "un-?subscribe|opt(ing)?[- ]?(me[- ])?out|(remove|delete) (me|my (e-?mail|address|name|data))"
                    + "|take (me|my (e-?mail|address|name)) off|^(please,? )?no (more|further) (e-?mails?|mails?|newsletters?|messages)"
                    + "|(don.?t|do not|never) ((e-?mail|mail|contact|message|write to) me|send me (any ?|any ?more |more |these |your )?"
                    + "(e-?mails?|mails?|newsletters?|messages))"
                    + "|(don.?t|do not) (want|wish)( to (get|receive))? (any |any ?more |more |these |this |your )?(e-?mails?|mails?|newsletters?|messages)"
                    + "|stop (sending|e-?mailing|mailing|writing|contacting|messaging|spamming)"
                    + "|stop (these|this|the|your|all|my) (e-?mails?|mails?|newsletters?|mailings?|messages|subscription)"
                    + "|cancel (my|the|this) (subscription|newsletter)",
            "abmelden|abmeldung|abbestell(en|ung|e)|meld(e|et|en)\\b.{0,50}\\bab(?=\\W*$)|bestell(e|en)\\b.{0,50}\\bab(?=\\W*$)"
                    + "|austragen|trag(e|t|en)\\b.{0,50}\\baus(?=\\W*$)"
                    + "|(aus|von) .{0,20}(verteiler|liste|newsletter).{0,20}(nehmen|streichen|l(ö|oe)schen|entfernen)"
                    + "|(nehm|nimm|streich|l(ö|oe)sch|entfern)\\w* .{0,15}\\b(mich|meine (e-?mail|adresse|mailadresse))"
                    + "|(bitte|m(ö|oe)chte|will|w(ü|ue)nsche)( ich)?( bitte)? keine? (weiteren? )?(e-?mails?|mails?|newsletter|werbung)"
                    + "|newsletter k(ü|ue)ndigen|k(ü|ue)ndige\\b.{0,30}newsletter",
            "d[ée]sabonne(r|z|ment|s)?|d[ée]sinscri(re|ption|vez|s)|(veux|souhaite|voudrais|d[ée]sire) plus (rien )?recevoir"
                    + "|ne m.envoyez plus|(retirez?|supprimez?|enlevez?)[- ]moi|me (retirer|supprimer|enlever)",
            "(darme|darse|dar|denme|deme|dadme) de baja|desuscri\\w+|borr(ar|en|ad)me|no (quiero|deseo) (recibir )?m[áa]s"
                    + "|no me (env[ií]|mand)\\w+ m[áa]s|cancelar (la |mi )?suscripci[óo]n",
            "cancel(ar|e|em) (a |minha |a minha )?(assinatura|inscri[çc][ãa]o|subscri[çc][ãa]o)|descadastr\\w+"
                    + "|n[ãa]o (quero|desejo) (receber )?mais|remov(er|a|am)[- ]me|me (remova|descadastre)",
            "cancella(mi|temi|rmi)|disiscri\\w+|non (voglio|desidero|vorrei) pi[ùu] ricevere|rimuov(imi|etemi|ermi)",
            "afmelden|afmelding|uitschrijven|uitschrijving|meld\\b.{0,40}\\baf(?=\\W*$)|schrijf\\b.{0,40}\\buit(?=\\W*$)"
                    + "|^(graag )?geen (e-?)?mails? meer",
            "afmeld\\w*|avmeld\\w*|avregistrera|avsluta prenumeration\\w*|avprenumerera|wypis(a[ćc]|z|anie|uj[ęe])\\w*|rezygnuj[ęe]");

    /** As all that somebody says; beside other words it may be about anything. */
    private static final Pattern ALONE = Pattern.compile(
            "(?iU)\\W*((please|bitte|merci|s.?il vous pla[iî]t|por favor|per favore|graag)\\W+)?(stop+|remove|unsub|baja)"
                    + "(\\W+(it|now|please|bitte|thanks?|thank you|danke|merci))*[^\\w?]*");

    /** What has to do with it, and no more. */
    private static final Pattern MENTIONED = Pattern.compile(
            "(?iU)\\bun-?sub|opt(ed|ing)?[- ]?out|abgemeldet|abzumelden|abbestellt|abzubestellen|ausgetragen|verteiler"
                    + "|mailing ?list|d[ée]sabonn|d[ée]sinscri|de baja|desuscri|disiscri|descadast|afgemeld|uitgeschreven|\\bstop\\b"
                    + "|\\b(no|any) ?more (e-?)?mail|keine .{0,15}mails?\\b");

    /** A question, a refusal, a condition, a tale of what was; and what else one may take oneself off. */
    private static final Pattern TURNED_ROUND = Pattern.compile(
            "(?iU)\\?|\\b(not|no|never|don.?t|can.?t|cannot|won.?t|didn.?t|doesn.?t|isn.?t|without|unless|if|how|why|when|where|instead|already"
                    + "|nicht|nie|kein(e|en|er)?|ohne|wie|warum|wieso|wann|wo|wenn|falls|statt|schon|bereits|pas|jamais|sans|comment|pourquoi|quand|si"
                    + "|c[óo]mo|cu[áa]ndo|nunca|sin|non|mai|come|perch[ée]|quando|senza|se|niet|nooit|hoe|waarom|als|zonder"
                    + "|n[ãa]o|sem|inte|aldrig|ikke|hvordan|jak|dlaczego"
                    + "|orders?|wait(ing)? ?list|course|workshop|webinar|event|appointment|bestellung|warteliste|kurs|termin|seminar|veranstaltung"
                    + "|commande|pedido|ordine|bestelling)\\b");

    private static final Pattern ANSWERED =
            Pattern.compile("(?i)^\\s*((re|aw|antw?|wg|fwd?|sv|vs|tr|rv|res|odp|rif|r)\\s*(\\[\\d+])?\\s*:\\s*)+");

    private static final Pattern QUOTED = Pattern.compile(
            "(?iU)^\\s*(>.*|.*<[^>]*@[^>]*>.{0,40}[:：]\\W*|(от|від|发件人|發件人|寄件者|差出人|보낸 사람|מאת)\\s?[:：].*|[-_=*]{5,}.*|-- ?|-+ ?(original|urspr|message d|mensaje o|mensagem o|messaggio o|oorspr|forwarded|weiterg).*"
                    + "|\\*?(from|von|de|da|van|fr[åa]n|fra|sent|gesendet|od)\\s?:.*"
                    + "|.*\\b(wrote|writes|schrieb\\b.*|[ée]crit|escribi[óo]|scritto|schreef|escreveu|skrev\\b.*|napisa[łl]\\(?a?\\)?)\\s?:\\s*"
                    + "|(on|am|le|el|il|op|em|den) .{0,60}\\d{1,2}:\\d{2}.{0,80})$");

    private static final Pattern GREETING = Pattern.compile(
            "(?iU)^\\W*(hi|hello|hey|dear|good (morning|day|afternoon|evening)|hallo|moin|servus|liebe[rs]?|guten (tag|morgen|abend)"
                    + "|sehr geehrte[rs]?|bonjour|salut|bonsoir|madame|monsieur|hola|buen[oa]s|estimad[oa]s?|buongiorno|salve|ciao|gentil[ei]"
                    + "|ol[áa]|bom dia|boa tarde|beste|geachte|goede\\w*|hej|dzie[ńn] dobry"
                    + "|здравствуйте|добрый (день|вечер)|привет|доброго дня|добрий день|вітаю|你好|您好|こんにちは|お世話に\\w+|안녕하세요|שלום)\\b.*$");

    private static Pattern anyOf(String... languages) {
        return Pattern.compile("(?iU)(?<![\\p{L}\\p{N}])(" + String.join("|", languages) + ")(?![\\p{L}\\p{N}])");
    }

    /** What a subject asks for; that of an answer repeats our own, and may mean nothing. */
    static OptOutWish ofSubject(String subject) {
        String bare = ANSWERED.matcher(subject).replaceFirst("");
        OptOutWish wish = ofSentence(bare);
        return wish == CLEAR && !bare.equals(subject) ? UNCLEAR : wish;
    }

    /** @param words the text of a mail, with or without what it quotes */
    static OptOutWish ofText(String words) {
        List<String> sentences = own(words.length() > LOOKED_AT ? words.substring(0, LOOKED_AT) : words);
        OptOutWish first = sentences.stream()
                .filter(sentence -> !isGreeting(sentence))
                .findFirst()
                .map(OptOutWish::ofSentence)
                .orElse(NONE);
        boolean isMentioned = sentences.stream().anyMatch(OptOutWish::mentions);
        return first == NONE && isMentioned ? UNCLEAR : first;
    }

    /** The sentences before the first line that is not their own. */
    private static List<String> own(String words) {
        return words.lines()
                .takeWhile(line -> !QUOTED.matcher(line).matches())
                .flatMap(line -> Arrays.stream(line.split("(?<=[.!?;])\\s+|(?<=[。！？；])", -1)))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static boolean isGreeting(String sentence) {
        return GREETING.matcher(sentence).matches() && !mentions(sentence);
    }

    private static OptOutWish ofSentence(String sentence) {
        if (ALONE.matcher(sentence).matches() || OtherScripts.isWish(sentence)) {
            return CLEAR;
        }
        String rest = ASKED.matcher(sentence).replaceAll(" ");
        boolean isAsked = !rest.equals(sentence);
        boolean isShort = sentence.strip().split("\\s+", MOST_WORDS + 1).length <= MOST_WORDS;
        if (isAsked && isShort && !TURNED_ROUND.matcher(rest).find()) {
            return CLEAR;
        }
        return mentions(sentence) ? UNCLEAR : NONE;
    }

    private static boolean mentions(String sentence) {
        return ASKED.matcher(sentence).find() || MENTIONED.matcher(sentence).find() || OtherScripts.mentions(sentence);
    }
}
