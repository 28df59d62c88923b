package org.personalize.sample;

/** What the shop writes about: title in English, German and French; a sentence in each; tags. */
final class Stories {

    private Stories() {}

    static final String ALL = """
            First light on the ridge|Erstes Licht auf dem Grat|Première lueur sur la crête|Why we set the alarm for four, and never regret it.|Warum wir den Wecker auf vier stellen und es nie bereuen.|Pourquoi nous réglons le réveil à quatre heures, sans regret.|mountains
            How to pitch a tent in the rain|So steht das Zelt auch im Regen|Monter sa tente sous la pluie|Seven calm steps, and the one that everybody forgets.|Sieben ruhige Schritte und der eine, den alle vergessen.|Sept gestes tranquilles, et celui que tout le monde oublie.|howto,tent
            A hut-to-hut week with children|Eine Hüttenwoche mit Kindern|Une semaine de refuge en refuge avec des enfants|Short legs, long lunches: our favourite five-day round.|Kurze Beine, lange Pausen: unsere liebste Fünf-Tage-Runde.|Petites jambes, longs déjeuners : notre boucle préférée.|family,hut
            What belongs in a daypack|Was in den Tagesrucksack gehört|Que mettre dans son sac à dos|A packing list that fits on a postcard.|Eine Packliste, die auf eine Postkarte passt.|Une liste qui tient sur une carte postale.|howto,pack
            The long way round the loch|Der lange Weg um den See|Le grand tour du lac|Two days, one bothy and a great many midges.|Zwei Tage, eine Hütte und sehr viele Mücken.|Deux jours, un abri et beaucoup de moucherons.|walking
            Wild swimming in October|Wildbaden im Oktober|Nager dehors en octobre|It is cold. That is the point.|Es ist kalt. Genau darum geht es.|C’est froid. C’est justement l’idée.|water
            One pot, five suppers|Ein Topf, fünf Abendessen|Une casserole, cinq dîners|Camp recipes that have survived our own cooking.|Rezepte vom Zeltplatz, die unsere Kochkunst überlebt haben.|Des recettes de bivouac qui ont survécu à notre cuisine.|howto,kitchen
            Night train to the mountains|Mit dem Nachtzug in die Berge|Le train de nuit vers les montagnes|Fall asleep in the city, wake up under a glacier.|In der Stadt einschlafen, unter dem Gletscher aufwachen.|S’endormir en ville, se réveiller sous un glacier.|travel,mountains
            Reading clouds|Wolken lesen|Lire les nuages|A short course for people who forgot their forecast.|Ein Kurzkurs für alle ohne Wetterbericht.|Un petit cours pour ceux qui ont oublié la météo.|howto,weather
            Your first via ferrata|Dein erster Klettersteig|Votre première via ferrata|What to bring, what to clip, when to turn back.|Was mitkommt, was eingehängt wird, wann man umkehrt.|Quoi emporter, quoi clipper, quand faire demi-tour.|climbing,howto
            The quiet side of the Alps|Die stille Seite der Alpen|Le côté calme des Alpes|Six valleys without a cable car.|Sechs Täler ohne Seilbahn.|Six vallées sans téléphérique.|mountains,hut
            Give your boots a second life|Ein zweites Leben für deine Stiefel|Offrez une seconde vie à vos chaussures|Wax, patience and a new pair of laces.|Wachs, Geduld und neue Schnürsenkel.|De la cire, de la patience et des lacets neufs.|howto,boot
            Sleeping well outdoors|Draußen gut schlafen|Bien dormir dehors|Warm feet, flat ground, and other small secrets.|Warme Füße, ebener Boden und andere kleine Geheimnisse.|Pieds chauds, sol plat et autres petits secrets.|howto,sleeping
            A winter night under canvas|Eine Winternacht im Zelt|Une nuit d’hiver sous la tente|Minus eleven, and we would do it again.|Minus elf, und wir würden es wieder tun.|Moins onze, et nous recommencerions.|winter,tent
            Walking the coast in spring|Im Frühling an der Küste|La côte au printemps|Gorse, gulls and a pub every nine miles.|Ginster, Möwen und alle neun Meilen ein Pub.|Ajoncs, goélands et un pub tous les neuf milles.|walking,spring
            Knots worth knowing|Knoten, die sich lohnen|Les nœuds à connaître|Four of them. That is really all.|Vier Stück. Mehr braucht es wirklich nicht.|Quatre, pas un de plus.|climbing,howto
            The desert after rain|Die Wüste nach dem Regen|Le désert après la pluie|Ten days when everything blooms at once.|Zehn Tage, an denen alles auf einmal blüht.|Dix jours où tout fleurit en même temps.|travel,desert
            Following the cranes|Den Kranichen nach|Sur la piste des grues|A cycling weekend along the flyway.|Ein Radwochenende entlang des Vogelzugs.|Un week-end à vélo le long de la migration.|bikepacking,travel
            Layers, explained|Das Zwiebelprinzip, erklärt|Les trois couches, expliquées|Dress for the hill, not for the car park.|Zieh dich für den Berg an, nicht für den Parkplatz.|Habillez-vous pour la montagne, pas pour le parking.|howto,jacket
            Stars above the pass|Sterne über dem Pass|Des étoiles au-dessus du col|Where the night is still properly dark.|Wo die Nacht noch richtig dunkel ist.|Là où la nuit est encore vraiment noire.|mountains,night
            """;
}
