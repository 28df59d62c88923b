package org.personalize.run;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which headers speak of consent, and of refusing it or taking it back: English, German, French, Spanish,
 * Italian, Dutch, Portuguese, Polish and Swedish, without their accents. A header counts as a yes only where each of its
 * words is known: one that nobody thought of may turn the meaning round.
 */
final class ConsentWords {

    /** What a column's yes allows. */
    enum Topic {
        MAIL(
                "optin|consent|subscri|suscri|newsletter|marketing|permission|einwillig|zustimm|abonn|consens|toestemm"
                        + "|zgod|samtyck|nieuwsbrief|nyhetsbrev|boletin|boletim|infolettre|iscri|inscri|werbung|prenum|assina",
                ""),
        TRACKING("track|cookie", "track tracking cookie cookies open opens click clicks"),
        PERSONALIZATION(
                "profil|personali",
                "profile profiles profiling profil profilage profilazione profilierung perfil personalization"
                        + " personalisation personalisierung personalized personalised personalizzazione personalizacion");

        private final Pattern subject;

        @SuppressWarnings("ImmutableEnumChecker") // It never changes.
        private final Set<String> own;

        Topic(String subject, String own) {
            this.subject = Pattern.compile(subject);
            this.own = words(own);
        }
    }

    /** Says no to mail without a word beside it. */
    private static final Pattern OPT_OUT = Pattern.compile(
            "unsub|opt(ed|s|ing)?out|blacklist|blocklist|suppress|donot|nomail|bounce|robinson|abgemeld|abmeld|abbestell"
                    + "|ausgetrag|werbesperr|mailsperr|desinscri|desabonn|desuscri|disiscri|descadast|uitgeschr|uitschr"
                    + "|afgemeld|afmeld|wypis|avregist|avanmal|avpren");

    /** Says no to mail, unless it says to what else. */
    private static final Pattern OBJECTION =
            Pattern.compile("widerspruch|widersprochen|opposition|oposicion|opposizione|oposicao"
                    + "|objection|bezwaar|sprzeciw|mailverbot|werbeverbot|kontaktverbot|stoppub|baja");

    /** Says no to what it stands beside. */
    private static final Pattern REFUSAL = Pattern.compile(
            String.join(
                    "|",
                    "declin|refus|reject|withdr|revok|cancel|expir|paus(e|i)|suspen|lapse|stopp|disabl|disagr|denie|denial|object"
                            + "|complain|inactiv|invalid|remov|delet|exclu|block|clean|mute|snooz",
                    "sperr|gekund|gekuend|kundig|kuendig|widerr|widerspr|abgelehn|ablehn|verweiger|stornier|austrag|entfern"
                            + "|gelosch|geloesch|ungult|unguelt|abgelauf|abgewahl|untersag|inaktiv",
                    "resili|retract|retir|revoq|oppos|rejet|supprim|annul|inactif|bloqu",
                    "anulad|rechaz|revoc|oposic|caduc|deneg|elimin|desapunt|ritir|rifiut|negat|esclu|scadut|blocc|disatt",
                    "opgezeg|opzeg|weiger|ingetrok|bezwaar|geblok|verlop|verwijder|recus|revog|rejeit|negad|desist|desativ|inativ",
                    "rezygn|odmow|odmaw|odwol|cofn|wycof|sprzeciw|zablok|usun|nieaktyw|avslut|avboj|uppsag|nekad|aterkal|sparrad"));

    private static final Set<String> NEGATIONS = words("""
            no not non none never without don dont doesn doesnt isn isnt stop spam nein kein keine keinen keiner nicht nie ohne
            pas ne sans jamais aucun aucune baja bajas sin nunca ningun ninguna senza mai nessun nessuna
            nee geen niet zonder nooit nao sem nenhum nenhuma bez nigdy brak nej ej inte ingen inga utan aldrig""");

    /** Before a word of refusing they say that a list has no such people. */
    private static final Set<String> LEAVING_OUT = words("""
            not no non without minus excluding excl except nicht ohne kein keine pas sans sin senza niet geen zonder sem bez
            utan""");

    private static final Set<String> ACTIVE =
            words("active activ aktiv aktive actif actifs activo activos attivi ativos actieve");

    private static final Set<String> YES = words("yes y ja j oui o si s sim tak t true");
    private static final Set<String> NO = words("no n nein non nee nao nie nej false f");

    /** What refusing is about, where a word of refusing may also be about an order. */
    private static final Pattern ABOUT_MAIL = Pattern.compile(
            Topic.MAIL.subject.pattern()
                    + "|mail|contact|kontakt|werb|rundbrief|bulletin|publicid|pubblicit|reklam|communic|comunic|kommunik|promo");

    private static final Set<String> PLAIN = words("""
            a accept accepted accepts active agree agreed agrees allow allowed allows by communication communications
            confirmed consent consented consents contact customer direct doi double e email emails flag for gave gdpr
            general given global granted has in is legal mail mailchimp mailing mailings mails marketing member my news
            newsletter newsletters of ok okay opt opted optedin optin our permission permissions please receive receives
            shop state status store subscribe subscribed subscriber subscribers subscribes subscription subscriptions the
            to user via want wants wp yes
            abo abonnent abonniert aktiv angemeldet bekommen bestellt dsgvo einwilligung einwilligungen eingewilligt erhalten
            erlaubt erteilt fur gegeben ja kunde liegt per vor werbeeinwilligung werbung zugestimmt zum zur zustimmung
            abonne abonnee abonnement accepte accord actif al au aux client commercial consentement d de des du infolettre
            inscrit l la le les oui par prospection recevoir rgpd
            acepta activo autoriza boletin cliente comercial consentimiento correo el publicidad recibir si suscripcion
            suscriptor suscrita suscrito
            accetta alla attivo consenso dato di iscritta iscritto iscrizione ricevere
            aangemeld abonnee actief akkoord geabonneerd ingeschreven klant nieuwsbrief toestemming voor
            aceita assina assinante ativo boletim consentimento inscrito lgpd sim
            aktywny biuletyn marketingowa marketingowe na rodo subskrybent subskrypcja tak wyrazona zapisany zgoda
            godkand kund nyhetsbrev prenumerant prenumererar samtycke till""");

    /** Words that are written together, as in Newslettereinwilligung. */
    private static final Pattern TOGETHER = Pattern.compile(
            PLAIN.stream().filter(word -> word.length() > 3).collect(Collectors.joining("|", "(", ")+")));

    private final List<String> words;
    private final String joined;

    private ConsentWords(List<String> words) {
        this.words = List.copyOf(words);
        this.joined = String.join("", words);
    }

    static ConsentWords of(String header) {
        String apart = header.replaceAll("['’]", "").replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        String plain = Normalizer.normalize(apart.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace("ß", "ss");
        List<String> words = Stream.of(plain.split("[^\\p{L}\\p{Nd}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return new ConsentWords(withoutAnswers(words));
    }

    /** A header such as "Newsletter (yes/no)" names the answers, and refuses nothing. */
    private static List<String> withoutAnswers(List<String> words) {
        List<String> left = new ArrayList<>(words);
        for (int i = 0; i + 1 < left.size(); i++) {
            if (YES.contains(left.get(i)) && NO.contains(left.get(i + 1))) {
                left.subList(i, i + 2).clear();
                break;
            }
        }
        return List.copyOf(left);
    }

    /** Whether a yes in such a column says yes to the topic. */
    boolean isYesTo(Topic topic) {
        return isAbout(topic)
                && !isRefusal()
                && words.stream()
                        .allMatch(word -> PLAIN.contains(word)
                                || topic.own.contains(word)
                                || TOGETHER.matcher(word).matches());
    }

    /** Whether it speaks of the topic, for or against. */
    boolean isAbout(Topic topic) {
        return topic.subject.matcher(joined).find();
    }

    /** Whether a yes in such a column says no to mail. */
    boolean isNoToMail() {
        if (holds(OPT_OUT)) {
            return true;
        }
        if (Stream.of(Topic.TRACKING, Topic.PERSONALIZATION).anyMatch(this::isAbout)) {
            return false;
        }
        // At its end a "no" may also stand for a number.
        boolean isNumber = !words.isEmpty() && words.get(words.size() - 1).equals("no");
        return holds(OBJECTION)
                || isRefusal() && !isNumber && ABOUT_MAIL.matcher(joined).find();
    }

    /** Whether it says no to something, of which nobody can tell whether it is mail. */
    boolean isNoToSomething() {
        return holds(REFUSAL);
    }

    /** Whether a file so called lists people who want no mail. One of people without bounces, or of the active, does not. */
    boolean isListOfOptOuts() {
        boolean isOfActive = !holds(OPT_OUT) && words.stream().anyMatch(ACTIVE::contains);
        return !isOfActive && new ConsentWords(withoutLeftOut()).isNoToMail();
    }

    private List<String> withoutLeftOut() {
        List<String> left = new ArrayList<>(words);
        for (int i = 0; i + 1 < left.size(); i++) {
            var next = new ConsentWords(left.subList(i + 1, left.size()));
            if (LEAVING_OUT.contains(left.get(i)) && next.beginsWithRefusal()) {
                left.subList(i, i + 2).clear();
                break;
            }
        }
        return List.copyOf(left);
    }

    private boolean beginsWithRefusal() {
        return Stream.of(OPT_OUT, REFUSAL)
                .anyMatch(refusal -> refusal.matcher(joined).lookingAt()
                        || refusal.matcher(words.get(0)).find());
    }

    /** What begins within a word must end in it: "Brevo contacts" revokes nothing. */
    private boolean holds(Pattern pattern) {
        Matcher found = pattern.matcher(joined);
        for (int from = 0; found.find(from); from = found.start() + 1) {
            if (isWhole(found.start(), found.end())) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(int from, int to) {
        int start = 0;
        for (String word : words) {
            int end = start + word.length();
            if (from < end) {
                return from == start || to <= end;
            }
            start = end;
        }
        return false;
    }

    private boolean isRefusal() {
        return holds(OPT_OUT) || holds(REFUSAL) || words.stream().anyMatch(ConsentWords::isNegated);
    }

    /** Whether it is a word such as "no", or begins with one, as "nonewsletter" does. */
    private static boolean isNegated(String word) {
        return NEGATIONS.contains(word)
                || NEGATIONS.stream()
                        .filter(word::startsWith)
                        .anyMatch(no ->
                                ABOUT_MAIL.matcher(word.substring(no.length())).lookingAt());
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
