package org.personalize.sample;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Everybody on file: the people, and the rows that a customer file of any age carries besides. */
final class People {

    static final List<String> HEADER = List.of(
            "customer_id",
            "email",
            "first_name",
            "last_name",
            "language",
            "country",
            "time_zone",
            "birthday",
            "loyalty_tier",
            "loyalty_points",
            "interests",
            "never_show",
            "marketing_opt_in",
            "allows_tracking",
            "profiling_ok",
            "signed_up_on");

    static final int COUNT = 2000;
    private static final int DUPLICATES = 16;
    private static final LocalDate FIRST_SIGN_UP = LocalDate.of(2021, 3, 1);
    private static final int DAYS_OF_SIGN_UP = 2040;
    private static final List<String> YES = List.of("yes", "yes", "true", "1", "ja", "oui", "on", "TRUE", "opt-in");
    private static final List<String> NO = List.of("no", "no", "false", "0", "nein", "non", "");
    private static final List<String> DOMAINS = List.of(
            "postbox.example",
            "mailhaus.example",
            "courriel.example",
            "inbox.example",
            "letters.example",
            "buzon.example");
    private static final List<String> BROKEN = List.of(
            "%s@",
            "%s.postbox.example",
            "%s@@inbox.example",
            "@mailhaus.example",
            "%s @inbox.example",
            "%s@inbox",
            "none",
            "%s@.example",
            "",
            "%s@mailhaus..example",
            "%s(at)postbox.example");

    private final List<Person> people = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();

    People(Dice dice) {
        for (int number = 1; number <= COUNT; number++) {
            Person person = person(number, dice.fork("person" + number));
            people.add(person);
            rows.add(person.columns());
        }
        addDuplicates(dice.fork("duplicates"));
        addBroken(dice.fork("broken"));
    }

    /** Everybody who can be mailed and does things; rows with a broken address are not among them. */
    List<Person> people() {
        return people;
    }

    List<List<String>> rows() {
        return rows;
    }

    private Person person(int number, Dice dice) {
        Country country = Country.roll(dice);
        Names.Full name = name(number, country, dice);
        String id = String.format(Locale.ROOT, "c%04d", number);
        String email = address(name, country, number, dice);
        LocalDate signedUp = FIRST_SIGN_UP.plusDays((long) (DAYS_OF_SIGN_UP * StrictMath.sqrt(dice.between(0, 1))));
        double[] tastes = tastes(dice);
        ZoneId zone = dice.pick(country.zones);
        List<String> columns = columns(id, email, name, country, zone, tastes, signedUp, number, dice);
        return new Person(
                id,
                email,
                columns,
                zone,
                Rhythm.roll(dice),
                dice.normal(0, 0.6),
                tastes,
                StrictMath.min(0.6, StrictMath.max(0.01, StrictMath.exp(dice.normal(-2.4, 0.8)))),
                StrictMath.min(6, StrictMath.exp(dice.normal(-0.75, 0.9))),
                dice.chance(0.3),
                dice.chance(0.012),
                signedUp,
                fate(dice));
    }

    private static Person.Fate fate(Dice dice) {
        return Person.Fate.values()[dice.weighted(new double[] {0.945, 0.035, 0.004, 0.016})];
    }

    private static Names.Full name(int number, Country country, Dice dice) {
        int every = COUNT / Names.MEMORABLE.size();
        if (number % every == 37) {
            return Names.MEMORABLE.get(number / every);
        }
        Names.Full name = Names.roll(country.names, dice);
        boolean hidesFirst = dice.chance(0.06);
        return new Names.Full(hidesFirst ? "" : name.first(), dice.chance(0.03) ? "" : name.last());
    }

    /** One clear favourite, one runner-up, and a little of everything. */
    private static double[] tastes(Dice dice) {
        Category[] all = Category.values();
        double[] appeals = new double[all.length];
        for (Category category : all) {
            appeals[category.ordinal()] = category.appeal;
        }
        int favourite = dice.weighted(appeals);
        appeals[favourite] = 0;
        int second = dice.weighted(appeals);
        double[] tastes = new double[all.length];
        for (int i = 0; i < tastes.length; i++) {
            tastes[i] = 0.2 / tastes.length;
        }
        double first = dice.between(0.4, 0.65);
        tastes[favourite] += first;
        tastes[second] += 0.8 - first;
        return tastes;
    }

    private static List<String> columns(
            String id,
            String email,
            Names.Full name,
            Country country,
            ZoneId zone,
            double[] tastes,
            LocalDate signedUp,
            int number,
            Dice dice) {
        double knows = dice.between(0, 1);
        int tier = dice.weighted(new double[] {0.45, 0.3, 0.17, 0.08});
        return List.of(
                id,
                email,
                name.first(),
                name.last(),
                dice.chance(0.04) ? "" : dice.pick(country.languages),
                knows < 0.92 ? country.name() : "",
                knows < 0.55 || knows > 0.97 ? zone.getId() : "",
                dice.chance(0.8) ? birthday(dice).toString() : "",
                List.of("", "bronze", "silver", "gold").get(tier),
                tier == 0 ? "" : Integer.toString(tier * 400 + dice.below(600)),
                interests(tastes, dice),
                neverShow(tastes, dice),
                number % 50 == 37 || dice.chance(0.93) ? dice.pick(YES) : dice.pick(NO),
                dice.chance(0.85) ? dice.pick(YES) : dice.pick(NO),
                dice.chance(0.9) ? dice.pick(YES) : dice.pick(NO),
                signedUp.toString());
    }

    private static LocalDate birthday(Dice dice) {
        return LocalDate.of(1945, 1, 1).plusDays(dice.below(63 * 365));
    }

    /** A third of the people ticked what they like when they signed up; most of them told the truth. */
    private static String interests(double[] tastes, Dice dice) {
        if (!dice.chance(0.35)) {
            return "";
        }
        List<String> named = new ArrayList<>();
        for (Category category : Category.values()) {
            if (dice.chance(tastes[category.ordinal()] > 0.1 ? 0.85 : 0.08)) {
                named.add(category.id);
            }
        }
        return String.join("|", named);
    }

    private static String neverShow(double[] tastes, Dice dice) {
        if (!dice.chance(0.02)) {
            return "";
        }
        Category unwanted = dice.pick(List.of(Category.values()));
        return tastes[unwanted.ordinal()] > 0.1 ? "" : unwanted.id;
    }

    private String address(Names.Full name, Country country, int number, Dice dice) {
        String local = ascii(name.first().isEmpty() ? name.last() : name.first() + "." + name.last());
        String domain = number == 411
                ? "wanderfreunde-süd.example"
                : number == 907 ? "montagne-été.example" : dice.pick(DOMAINS);
        String start = local.length() < 2 ? "walker" + number : local;
        String address = start + "@" + domain;
        for (int tried = 0; !addresses.add(address.toLowerCase(Locale.ROOT)); tried++) {
            address = start + (number + tried) + "@" + domain;
        }
        return country == Country.US && dice.chance(0.1) ? address.replace("@", "+fernhill@") : address;
    }

    /** What is left of a name when only plain letters may stay, as people do it when they choose an address. */
    private static String ascii(String name) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD);
        String letters = plain.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c >= 'a' && c <= 'z' || c == '.')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String trimmed = letters.replaceAll("\\.+", ".").replaceAll("^\\.|\\.$", "");
        return trimmed.length() > 30 ? trimmed.substring(0, 30).replaceAll("\\.$", "") : trimmed;
    }

    /** The same mailbox again, as people get onto a list a second time. */
    private void addDuplicates(Dice dice) {
        for (int i = 0; i < DUPLICATES; i++) {
            Person first = people.get(100 + i * 113);
            List<String> again = new ArrayList<>(first.columns());
            again.set(0, String.format(Locale.ROOT, "c%04d", COUNT + 1 + i));
            again.set(1, again(first.email(), i));
            if (i % 4 == 1) {
                again.set(2, "Family");
            }
            if (i % 4 == 2) {
                again.set(12, "no");
            }
            rows.add(dice.below(rows.size()), List.copyOf(again));
        }
    }

    private static String again(String email, int number) {
        int at = email.indexOf('@');
        String domain = email.substring(at);
        return switch (number % 3) {
            case 0 -> email.substring(0, at) + domain.toUpperCase(Locale.ROOT);
            case 1 -> " " + email + " ";
            default -> email;
        };
    }

    private void addBroken(Dice dice) {
        for (int i = 0; i < BROKEN.size(); i++) {
            List<String> row = new ArrayList<>(people.get(60 + i * 170).columns());
            row.set(0, String.format(Locale.ROOT, "c%04d", COUNT + DUPLICATES + 1 + i));
            row.set(1, BROKEN.get(i).replace("%s", "walker" + i));
            rows.add(dice.below(rows.size()), List.copyOf(row));
        }
    }
}
