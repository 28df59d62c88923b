package org.personalize.sample;

import java.util.List;
import java.util.Map;

/** First and last names as people bear them where they live, and a few that software tends to stumble over. */
final class Names {

    private Names() {}

    /** A name as the customer typed it; blank parts were left out. */
    record Full(String first, String last) {}

    static Full roll(String pool, Dice dice) {
        String key = pool;
        if (pool.equals("ch") || pool.equals("be") || pool.equals("ca")) {
            key = dice.pick(
                    pool.equals("ch")
                            ? List.of("de", "fr", "it")
                            : pool.equals("be") ? List.of("fr", "nl") : List.of("en", "fr"));
        }
        return new Full(dice.pick(words(FIRST, key)), dice.pick(words(LAST, key)));
    }

    private static List<String> words(Map<String, String> from, String key) {
        return List.of(from.getOrDefault(key, from.get("en")).split(","));
    }

    private static final Map<String, String> FIRST = Map.of(
            "en",
            "Amelia,Oliver,Isla,George,Ava,Harry,Mia,Noah,Freya,Jack,Ivy,Leo,Florence,Arthur,Poppy,Oscar,Priya,Aisha,Mohammed,Rhys,Siân,"
                    + "Callum,Eilidh,Niamh,Seán,Aoife,Cormac,Saoirse,Grace,Marcus,Imani,DeShawn,Hannah,Ethan,Rosa,Diego,Chloe,Wei,Jamal,Kayla,"
                    + "Tom,Beth,Ruth,Alan,Margaret,Ken,Joan,Dev,Zainab,Tariq",
            "de",
            "Anna,Lukas,Lena,Jonas,Marie,Felix,Sophie,Paul,Jürgen,Käthe,Björn,Renate,Günther,Sabine,Thorsten,Heike,Uwe,Jörg,Bärbel,Max,"
                    + "Emilia,Ben,Hannah,Finn,Clara,Moritz,Frieda,Emil,Greta,Anton,Ayşe,Mehmet,Elif,Can,Katarzyna,Tomasz,Olga,Dmitri,Nele,Till,"
                    + "Johanna,Karl-Heinz,Hans-Peter,Anne-Sophie,Ulrike,Sören,Maike,Götz,Wiebke,Zoë",
            "fr",
            "Camille,Louis,Chloé,Gabriel,Manon,Jules,Léa,Hugo,Inès,Raphaël,Élodie,Thibault,Anaïs,Loïc,Maëlle,Noël,Jean-Baptiste,Marie-Hélène,"
                    + "François,Hélène,Benoît,Océane,Gaëtan,Solène,Yanis,Fatima,Karim,Amélie,Étienne,Sylvie,Pascal,Véronique,Aurélien,Zoé,Lucie,"
                    + "Mathis,Eugénie,Maxence,Clémence,Rémi",
            "nl",
            "Daan,Emma,Sem,Tess,Lieke,Bram,Sanne,Joost,Femke,Thijs,Marijke,Pieter,Anouk,Ruben,Fleur,Maarten,Noor,Gijs,Iris,Jasmijn",
            "es",
            "Lucía,Hugo,Martina,Mateo,Sofía,Íñigo,Carmen,Álvaro,Begoña,Nicolás,Inmaculada,Jesús,Nuria,Andrés,Xiomara,José María,Paula,Joaquín",
            "jp",
            "さくら,陽翔,Haruka,Kenji,美咲,蓮,Yūko,Takeshi,結衣,大輔,Akira,Naomi",
            "in",
            "Ananya,Arjun,Diya,Rohan,Lakshmi,Vikram,Meera,Sanjay,Kavya,Imran",
            "il",
            "נועה,Yael,Avi,דוד,Tamar,Omer,רחל,Layla,محمد,Shira",
            "it",
            "Giulia,Luca,Martina,Matteo,Chiara,Alessandro,Noè,Beatrice");

    private static final Map<String, String> LAST = Map.of(
            "en",
            "Smith,Jones,Taylor,Brown,Williams,Wilson,Patel,Khan,O'Connor,O’Brien,MacDonald,Mac an Bhaird,Fitzgerald,Hughes,Evans,Walker,"
                    + "Wright,Thompson,White,Hall,Green,Clarke,Jackson,Wood,Turner,Hill,Baker,Cooper,Ward,Morris,Okafor,Adeyemi,García,Nguyễn,Chen,"
                    + "Kowalski,Ó Súilleabháin,St. John,Featherstonehaugh,Johnson-Baptiste,Lee,Park,Ramirez,Washington,Begum",
            "de",
            "Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,Wolf,Schröder,"
                    + "Neumann,Schwarz,Zimmermann,Braun,Krüger,Hofmann,Hartmann,Lange,Groß,Weiß,Jäger,Köhler,Böhm,von der Heide,zu Guttenstein,"
                    + "Yılmaz,Kaya,Nowak,Ivanova,Özdemir,Huber,Gruber,Steiner,Moser,Leutheusser-Brandt,Straßburger,Kühn",
            "fr",
            "Martin,Bernard,Dubois,Thomas,Robert,Richard,Petit,Durand,Leroy,Moreau,Simon,Laurent,Lefèvre,Michel,Garcia,David,Bertrand,Roux,"
                    + "Fournier,Girard,Bonnet,Dupont,Lambert,Fontaine,Rousseau,Benali,Haddad,D’Angély,Le Goff,L'Hermitte,de La Tour,Nguyên,Lévêque,"
                    + "Béranger,Crépin,Guérin,Çelik,Saint-Exupère,Muñoz,Traoré",
            "nl",
            "de Jong,Jansen,de Vries,van den Berg,van Dijk,Bakker,Visser,Smit,'t Hart,van der Meer,IJsbrandy,Mulder,Vermeulen,op den Kelder",
            "es",
            "García López,Martínez,Fernández Ruiz,Sánchez,Núñez,Ibáñez de la Torre,Gómez,Peña,Muñoz Ortiz,Echevarría,Vázquez",
            "jp",
            "佐藤,Suzuki,高橋,Tanaka,伊藤,Watanabe,山本,Kobayashi",
            "in",
            "Sharma,Iyer,Krishnamurthy,Singh,Banerjee,D’Souza,Venkataraghavan,Ali",
            "il",
            "כהן,Levi,Mizrahi,לוי,Ben-David,Haddad,الفارسي,Friedman",
            "it",
            "Rossi,Bianchi,D'Amico,Bernasconi,Dell’Oro,Crivelli");

    /** Names that stay in the list as they are: the longest, the shortest, the ones from right to left. */
    static final List<Full> MEMORABLE = List.of(
            new Full("Maria-Theresia Antoinette Walburga", "Freifrau von Hohenberg-Waldenstein-Schillingsdorf"),
            new Full("Wolfgang-Amadeus", "Donaudampfschifffahrtskapitän"),
            new Full("נועה", "בן־דוד"),
            new Full("عبد الرحمن", "الفارسي"),
            new Full("Zoë 🌲", "Ångström"),
            new Full("👩‍🚀 Sam", "Rivers"),
            new Full("D’Arcy", "O’Shaughnessy-Mac Giolla Phádraig"),
            new Full("Ngô Thị Ánh", "Tuyết"),
            new Full("王", "小明"),
            new Full("Nuñez, María", "de los Ángeles"),
            new Full("\"Bobby\" Robert", "Tables & Sons"),
            new Full("X", "Æ"),
            new Full("Null", "Null"),
            new Full("<Kim>", "Åsa"),
            new Full("Ольга", "Иванова"),
            new Full("Γιώργος", "Παπαδόπουλος"),
            new Full("Llanfair", "Pwllgwyngyllgogerychwyrndrobwll"),
            new Full("Ştefan", "Țepeș"),
            new Full("김", "민준"),
            new Full("Uvuvwevwevwe Onyetenyevwe", "Ossas"));
}
