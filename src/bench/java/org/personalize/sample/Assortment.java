package org.personalize.sample;

/**
 * The kinds of things on the shelves, one a line: English, German and French name; a sentence in each; tags; price in
 * euros; two models. Every line becomes two items.
 */
final class Assortment {

    private Assortment() {}

    static String of(Category category) {
        return switch (category) {
            case TENT -> TENTS;
            case PACK -> PACKS;
            case BOOT -> BOOTS;
            case JACKET -> JACKETS;
            case SLEEPING -> SLEEPING;
            case KITCHEN -> KITCHEN;
            case CLIMBING -> CLIMBING;
            case STORY -> "";
        };
    }

    private static final String TENTS = """
            Trekking Tent for Two|Trekkingzelt für zwei|Tente de trekking deux places|Pitches in four minutes, stands through a gale.|In vier Minuten aufgebaut, hält jedem Sturm stand.|Montée en quatre minutes, elle tient dans la tempête.|trekking,waterproof|289|Larkrise,Fellside
            Solo Tent|Einpersonenzelt|Tente solo|Lighter than a full water bottle.|Leichter als eine volle Trinkflasche.|Plus légère qu’une gourde pleine.|ultralight,solo|239|Wren,Curlew
            Family Tent|Familienzelt|Tente familiale|Two bedrooms, and room to stand in both.|Zwei Schlafkabinen, in beiden kann man stehen.|Deux chambres, et l’on tient debout dans les deux.|family,campsite|449|Meadowbank,Harvest
            Tunnel Tent|Tunnelzelt|Tente tunnel|A porch big enough for wet boots and a dog.|Ein Vorzelt für nasse Stiefel und einen Hund.|Un auvent pour les bottes mouillées et le chien.|trekking,family|379|Otterburn,Slipway
            Winter Dome|Winterkuppelzelt|Dôme d’hiver|Five poles, snow skirts, no worries.|Fünf Gestänge, Schneelappen, keine Sorgen.|Cinq arceaux, des jupes à neige, aucun souci.|winter,expedition|619|Icefall,Ptarmigan
            Tarp Shelter|Tarp|Abri tarp|One sheet, a dozen ways to stay dry.|Eine Plane, ein Dutzend Arten trocken zu bleiben.|Une toile, douze façons de rester au sec.|ultralight,waterproof|99|Kestrel,Drizzle
            Pop-up Tent|Wurfzelt|Tente instantanée|Throw it, peg it, put the kettle on.|Werfen, abspannen, Wasser aufsetzen.|Lancez-la, fixez-la, mettez l’eau à chauffer.|weekend,campsite|119|Dandelion,Skipjack
            Bikepacking Tent|Bikepacking-Zelt|Tente de bikepacking|Poles that fit between drop bars.|Gestänge, das zwischen Rennlenker passt.|Des arceaux qui logent entre les cintres.|bikepacking,ultralight|329|Spoke,Towpath
            Bell Tent|Glockenzelt|Tente cloche|Cotton canvas for slow mornings.|Baumwolle für langsame Morgen.|De la toile de coton pour les matins lents.|campsite,cotton|549|Hearth,Bluebell
            """;

    private static final String PACKS = """
            Daypack 22 l|Tagesrucksack 22 l|Sac à dos 22 l|Everything for a day, nothing for two.|Alles für einen Tag, nichts für zwei.|Tout pour une journée, rien pour deux.|dayhike,city|79|Pebble,Burn
            Hiking Pack 35 l|Wanderrucksack 35 l|Sac de randonnée 35 l|A ventilated back for the warm climb up.|Belüfteter Rücken für den warmen Aufstieg.|Un dos aéré pour les montées au soleil.|dayhike,hut|129|Ridgeway,Scree
            Trekking Pack 55 l|Trekkingrucksack 55 l|Sac de trekking 55 l|Carries fifteen kilos as if they were ten.|Trägt fünfzehn Kilo, als wären es zehn.|Porte quinze kilos comme s’il y en avait dix.|trekking,hut|199|Drover,Longmynd
            Expedition Pack 75 l|Expeditionsrucksack 75 l|Sac d’expédition 75 l|For weeks, winters and wrong turns.|Für Wochen, Winter und Umwege.|Pour les semaines, les hivers et les détours.|expedition,winter|269|Massif,Sherpani
            Ultralight Pack 40 l|Ultraleichtrucksack 40 l|Sac ultraléger 40 l|Under seven hundred grams, tape and all.|Unter siebenhundert Gramm, mit allem Drum und Dran.|Moins de sept cents grammes, tout compris.|ultralight,trekking|189|Thistledown,Swift
            Child Carrier|Kindertrage|Porte-enfant|The best seat on the mountain.|Der beste Platz am Berg.|La meilleure place de la montagne.|family|249|Piggyback,Lookout
            Children’s Pack 12 l|Kinderrucksack 12 l|Sac enfant 12 l|For treasures, sandwiches and one teddy.|Für Schätze, Brote und einen Teddy.|Pour les trésors, les tartines et un doudou.|family,dayhike|39|Hedgehog,Acorn
            Waterproof Duffel 60 l|Wasserdichte Tasche 60 l|Sac étanche 60 l|Sit it in a boat, strap it to a roof.|Ins Boot damit oder aufs Dach.|Dans un bateau ou sur un toit.|waterproof,travel|109|Selkie,Harbour
            Running Vest 8 l|Laufweste 8 l|Gilet de trail 8 l|Sits still while you do not.|Sitzt still, während du läufst.|Ne bouge pas quand vous courez.|running,ultralight|95|Hare,Fleet
            """;

    private static final String BOOTS = """
            Walking Boots|Wanderstiefel|Chaussures de marche|Soft from the first mile to the last.|Weich vom ersten Kilometer bis zum letzten.|Souples du premier au dernier kilomètre.|dayhike,leather|149|Fernway,Heather
            Women’s Hiking Boots|Damen-Wanderstiefel|Chaussures de randonnée femme|A narrower heel, the same deep tread.|Schmalere Ferse, das gleiche tiefe Profil.|Talon plus étroit, même profil profond.|women,waterproof|159|Rowan,Juniper
            Men’s Hiking Boots|Herren-Wanderstiefel|Chaussures de randonnée homme|Wide toes, dry feet.|Breite Zehen, trockene Füße.|Orteils à l’aise, pieds au sec.|men,waterproof|159|Alder,Hawthorn
            Trekking Boots|Trekkingstiefel|Chaussures de trekking|Made to be resoled, twice.|Gemacht, um neu besohlt zu werden. Zweimal.|Faites pour être ressemelées, deux fois.|trekking,leather|229|Bealach,Cairn
            Mountain Boots|Bergstiefel|Chaussures d’alpinisme|Stiff enough for crampons, kind enough for the walk out.|Steif genug für Steigeisen, sanft genug für den Rückweg.|Assez rigides pour les crampons, assez douces pour le retour.|winter,expedition|319|Couloir,Serac
            Trail Shoes|Trailschuhe|Chaussures de trail|Grip for mud, roots and ambition.|Halt auf Matsch, Wurzeln und Ehrgeiz.|De l’adhérence pour la boue, les racines et l’ambition.|running,ultralight|119|Gallop,Brook
            Approach Shoes|Zustiegsschuhe|Chaussures d’approche|Hike to the crag, climb the easy pitches.|Zum Fels wandern, die leichten Längen klettern.|Marcher jusqu’au rocher, grimper le facile.|climbing,rock|135|Gritstone,Slab
            Winter Boots|Winterstiefel|Bottes d’hiver|Warm at minus twenty-five, and at bus stops.|Warm bei minus fünfundzwanzig und an Haltestellen.|Chaudes à moins vingt-cinq, et à l’arrêt de bus.|winter,waterproof|179|Snowline,Bothy
            Sandals|Trekkingsandalen|Sandales de marche|For fords, ferries and campsites.|Für Furten, Fähren und Zeltplätze.|Pour les gués, les bacs et les campings.|campsite,travel|85|Shingle,Estuary
            Children’s Boots|Kinderstiefel|Chaussures enfant|Room to grow, laces that stay tied.|Platz zum Wachsen, Schnürsenkel, die halten.|De la place pour grandir, des lacets qui tiennent.|family,waterproof|69|Puddle,Squirrel
            """;

    private static final String JACKETS = """
            Rain Jacket|Regenjacke|Veste de pluie|Three layers between you and Tuesday.|Drei Lagen zwischen dir und dem Dienstag.|Trois couches entre vous et le mardi.|waterproof,dayhike|199|Downpour,Smirr
            Women’s Shell Jacket|Damen-Hardshelljacke|Veste imperméable femme|Pit zips, deep hood, no rustle.|Belüftung, tiefe Kapuze, kein Rascheln.|Aérations, capuche profonde, sans bruissement.|women,waterproof|279|Petrel,Merlin
            Men’s Shell Jacket|Herren-Hardshelljacke|Veste imperméable homme|Built for the wrong side of the ridge.|Gebaut für die falsche Seite des Grats.|Taillée pour le mauvais côté de la crête.|men,waterproof|279|Raven,Fulmar
            Down Jacket|Daunenjacke|Doudoune|Packs to the size of a grapefruit.|Wird so klein wie eine Grapefruit.|Se range dans le volume d’un pamplemousse.|winter,ultralight|229|Eider,Snowbunting
            Fleece|Fleecejacke|Polaire|Recycled bottles, original warmth.|Aus alten Flaschen, mit neuer Wärme.|Bouteilles recyclées, chaleur d’origine.|dayhike,recycled|89|Lambswick,Moss
            Wind Jacket|Windjacke|Coupe-vent|A hundred grams of courage.|Hundert Gramm Mut.|Cent grammes de courage.|running,ultralight|99|Zephyr,Gust
            Winter Parka|Winterparka|Parka d’hiver|A sleeping bag that walks.|Ein Schlafsack, der läuft.|Un duvet qui marche.|winter,city|349|Solstice,Hoarfrost
            Insulated Vest|Isolationsweste|Gilet isolant|Warm where it counts, free where it moves.|Warm, wo es zählt, frei, wo man sich bewegt.|Chaud où il faut, libre où ça bouge.|dayhike,city|119|Bracken,Tarn
            Children’s Rain Jacket|Kinder-Regenjacke|Veste de pluie enfant|Bright enough to be found in any puddle.|So bunt, dass man sie in jeder Pfütze findet.|Assez vive pour être vue dans toutes les flaques.|family,waterproof|59|Newt,Ladybird
            Softshell Jacket|Softshelljacke|Veste softshell|Breathes uphill, blocks the wind at the top.|Atmet bergauf, hält oben den Wind ab.|Respire à la montée, coupe le vent au sommet.|climbing,dayhike|159|Arête,Buttress
            """;

    private static final String SLEEPING = """
            Summer Sleeping Bag|Sommerschlafsack|Sac de couchage d’été|For nights that barely get dark.|Für Nächte, die kaum dunkel werden.|Pour les nuits qui s’assombrissent à peine.|campsite,ultralight|99|Midsummer,Firefly
            Three-season Sleeping Bag|Drei-Jahreszeiten-Schlafsack|Sac de couchage trois saisons|From the first crocus to the last leaf.|Vom ersten Krokus bis zum letzten Blatt.|Du premier crocus à la dernière feuille.|trekking|189|Dormouse,Badger
            Winter Sleeping Bag|Winterschlafsack|Sac de couchage d’hiver|Down to minus eighteen, with a hood like a hug.|Bis minus achtzehn, mit einer Kapuze wie eine Umarmung.|Jusqu’à moins dix-huit, avec une capuche comme une étreinte.|winter,expedition|379|Aurora,Polaris
            Quilt|Quilt|Couette de bivouac|Half a sleeping bag, all of the sleep.|Halber Schlafsack, ganzer Schlaf.|Un demi-duvet, un sommeil entier.|ultralight|239|Gossamer,Cloudberry
            Inflatable Mat|Isomatte zum Aufblasen|Matelas gonflable|Nine centimetres above every root.|Neun Zentimeter über jeder Wurzel.|Neuf centimètres au-dessus des racines.|ultralight,trekking|139|Lilypad,Raft
            Foam Mat|Schaummatte|Matelas mousse|Cannot burst, doubles as a chair.|Kann nicht platzen, taugt als Stuhl.|Increvable, et c’est aussi un siège.|campsite,weekend|45|Driftwood,Lichen
            Children’s Sleeping Bag|Kinderschlafsack|Sac de couchage enfant|Grows by thirty centimetres.|Wächst dreißig Zentimeter mit.|Grandit de trente centimètres.|family|69|Cygnet,Leveret
            Travel Pillow|Reisekissen|Oreiller de voyage|Smaller than a fist, softer than a jumper.|Kleiner als eine Faust, weicher als ein Pulli.|Plus petit qu’un poing, plus doux qu’un pull.|travel,ultralight|35|Nap,Thistle
            Hammock|Hängematte|Hamac|Two trees and an afternoon.|Zwei Bäume und ein Nachmittag.|Deux arbres et un après-midi.|weekend,campsite|89|Willow,Siesta
            """;

    private static final String KITCHEN = """
            Gas Stove|Gaskocher|Réchaud à gaz|Boils a litre before you find the tea.|Kocht einen Liter, ehe du den Tee findest.|Fait bouillir un litre avant que vous trouviez le thé.|ultralight,trekking|49|Ember,Spark
            Storm Stove|Sturmkocher|Réchaud tempête|Keeps its flame when the wind has other plans.|Behält die Flamme, wenn der Wind andere Pläne hat.|Garde sa flamme quand le vent a d’autres projets.|winter,expedition|129|Beacon,Foehn
            Wood Stove|Holzkocher|Réchaud à bois|Runs on twigs, for ever.|Läuft mit Zweigen, für immer.|Fonctionne aux brindilles, pour toujours.|weekend,trekking|69|Kindling,Spruce
            Pot Set|Topfset|Popote|Two pots, a lid and a pan that nest like owls.|Zwei Töpfe, Deckel und Pfanne, die ineinander nisten.|Deux casseroles, un couvercle et une poêle gigognes.|campsite,family|59|Barnowl,Nest
            Enamel Mug|Emaillebecher|Tasse émaillée|Chips with dignity.|Altert mit Würde.|S’ébrèche avec dignité.|campsite,weekend|15|Robin,Tinker
            Insulated Bottle|Isolierflasche|Bouteille isotherme|Hot at breakfast, hot at the summit.|Heiß beim Frühstück, heiß am Gipfel.|Chaud au petit déjeuner, chaud au sommet.|dayhike,city|35|Geyser,Spring
            Water Filter|Wasserfilter|Filtre à eau|Every stream becomes a tap.|Jeder Bach wird ein Wasserhahn.|Chaque ruisseau devient un robinet.|trekking,travel|79|Kingfisher,Beck
            Camp Coffee Maker|Kaffeebereiter|Cafetière de bivouac|Because civilisation is portable.|Weil Zivilisation tragbar ist.|Parce que la civilisation se transporte.|campsite,weekend|42|Reveille,Crema
            Lantern|Laterne|Lanterne|Eighty hours of supper light.|Achtzig Stunden Licht fürs Abendessen.|Quatre-vingts heures de lumière pour le dîner.|campsite,family|55|Glowworm,Moth
            """;

    private static final String CLIMBING = """
            Single Rope 60 m|Einfachseil 60 m|Corde à simple 60 m|Supple, dry-treated, with a middle you can see.|Geschmeidig, imprägniert, mit sichtbarer Mitte.|Souple, traitée, avec un milieu visible.|rock,rope|169|Adder,Bindweed
            Sport Harness|Sportklettergurt|Baudrier sport|Forget it is there until you fall.|Vergiss ihn, bis du fällst.|On l’oublie jusqu’à la chute.|rock|69|Gecko,Squirrelgrip
            Climbing Helmet|Kletterhelm|Casque d’escalade|Two hundred and forty grams of common sense.|Zweihundertvierzig Gramm Vernunft.|Deux cent quarante grammes de bon sens.|rock,ice|75|Acorncap,Beetle
            Climbing Shoes|Kletterschuhe|Chaussons d’escalade|Precise on edges, bearable at lunch.|Präzise auf Leisten, erträglich beim Mittagessen.|Précis sur les réglettes, supportables à midi.|rock,indoor|109|Ibex,Marten
            Quickdraw Set|Expressset|Jeu de dégaines|Six clips that sound like confidence.|Sechs Klicks, die nach Zuversicht klingen.|Six clics qui sonnent comme la confiance.|rock|89|Snap,Heron
            Belay Device|Sicherungsgerät|Appareil d’assurage|Brakes kindly, holds firmly.|Bremst sanft, hält fest.|Freine en douceur, tient bon.|rock,indoor|45|Anchor,Tether
            Chalk Bag|Chalkbag|Sac à magnésie|A small bag for sweaty moments.|Ein kleiner Beutel für schwitzige Momente.|Un petit sac pour les mains moites.|rock,indoor|22|Puffball,Flour
            Ice Axe|Eispickel|Piolet|Bites once, stays put.|Beißt einmal und sitzt.|Mord une fois et tient.|ice,winter|119|Icicle,Frostbite
            Via Ferrata Set|Klettersteigset|Longe de via ferrata|Two arms that never let go.|Zwei Arme, die nie loslassen.|Deux bras qui ne lâchent jamais.|rock,hut|115|Ladder,Ivy
            """;
}
