/**
 * The words that the sample rows are made of: invented brands, real cities, common names. Companies and people are put together from them
 * and mean nobody in particular.
 */

export const BRANDS: readonly (readonly [name: string, country: string, founded: number | null])[] = [
  ['Ateliers Lefèvre', 'FR', 1921],
  ['Brzozowski', 'PL', 1994],
  ['Calderwood', 'GB', 1962],
  ['Dura-Voss', 'NL', 1988],
  ['Eiskogel', 'AT', 2003],
  ['Fjällvik', 'SE', 1978],
  ['Grimaud & Fils', 'FR', 1909],
  ['Halvorsen', 'NO', 1956],
  ['Ironspoke', 'US', 1999],
  ['Jägerhof', 'DE', 1934],
  ['Kōsei', 'JP', 1949],
  ['Lindqvist Wheelworks', 'SE', 2008],
  ['Montagna & Figli', 'IT', 1927],
  ['Nørdhjul', 'DK', 1983],
  ["O'Rourke Cycle Tools", 'IE', 1971],
  ['Peñablanca', 'ES', 1990],
  ['Quillstone', 'GB', 2014],
  ['Redfern', 'GB', null],
  ['Szerszám', 'HU', 1997],
  ['Tallgrass', 'US', 2011],
  ['Überholz', 'DE', 2016],
  ['Velocità', 'IT', 1985],
  ['Wölfli', 'CH', 1947],
  ['Žďár Components', 'CZ', 2001],
];

/** What a category sells: the words that make its product names, the usual price in cents and weight in grams. */
export interface Kind {
  readonly category: string;
  readonly slug: string;
  readonly code: string;
  readonly noun: string;
  readonly variants: readonly string[];
  readonly cents: number;
  readonly grams: number;
}

const kind = (category: string, noun: string, code: string, cents: number, grams: number, variants: string): Kind => ({
  category,
  slug: category.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  code,
  noun,
  variants: variants.split('|'),
  cents,
  grams,
});

/** Main groups and the categories in them. The order fixes the category numbers. */
export const GROUPS: readonly (readonly [group: string, kinds: readonly Kind[]])[] = [
  [
    'Drivetrain',
    [
      kind('Chains', 'Chain', 'CHN', 2490, 270, '8-speed|9-speed|10-speed|11-speed|12-speed|single speed ½″×⅛″'),
      kind('Cassettes', 'Cassette', 'CAS', 5490, 350, '11–28|11–32|11–34|10–51|12–25'),
      kind('Cranksets', 'Crankset', 'CRK', 11900, 820, '165 mm|170 mm|172.5 mm|175 mm'),
      kind('Bottom Brackets', 'Bottom Bracket', 'BBR', 3290, 110, 'BSA 68 mm|ITA 70 mm|Press-fit 86.5 mm|T47'),
      kind('Derailleurs', 'Derailleur', 'DER', 6900, 260, 'front 2×|rear short cage|rear long cage'),
    ],
  ],
  [
    'Wheels',
    [
      kind('Rims', 'Rim', 'RIM', 5990, 480, '28 holes|32 holes|36 holes'),
      kind('Hubs', 'Hub', 'HUB', 8490, 340, 'front 100 mm|front 110 mm|rear 135 mm|rear 142 mm|rear 148 mm'),
      kind('Spokes', 'Spoke', 'SPK', 89, 6, '252 mm|260 mm|276 mm|288 mm|294 mm'),
      kind('Tyres', 'Tyre', 'TYR', 3490, 420, '25-622|28-622|32-622|40-622|47-584|57-622'),
      kind('Inner Tubes', 'Inner Tube', 'TUB', 590, 110, '18/25-622 Presta|28/47-622 Presta|28/47-622 Dunlop|54/75-584 Schrader'),
      kind('Complete Wheels', 'Wheel', 'WHL', 18900, 1450, 'front 622 disc|rear 622 disc|front 622 rim|rear 622 rim'),
    ],
  ],
  [
    'Brakes',
    [
      kind('Disc Brakes', 'Disc Brake', 'DSB', 8900, 290, 'front|rear|front flat-mount|rear flat-mount'),
      kind('Rim Brakes', 'Rim Brake', 'RMB', 4490, 330, 'calliper|V-brake|cantilever'),
      kind('Brake Pads', 'Brake Pads', 'PAD', 1290, 28, 'resin|sintered|rim 55 mm|rim 70 mm'),
      kind('Rotors', 'Rotor', 'ROT', 2190, 120, '140 mm|160 mm|180 mm|203 mm'),
    ],
  ],
  [
    'Cockpit',
    [
      kind('Handlebars', 'Handlebar', 'BAR', 4290, 290, '40 cm drop|42 cm drop|44 cm drop|720 mm flat|780 mm riser'),
      kind('Stems', 'Stem', 'STM', 3290, 140, '60 mm|80 mm|90 mm|100 mm|110 mm −6°'),
      kind('Grips & Tape', 'Grips', 'GRP', 1690, 95, 'cork|silicone|lock-on|leather'),
      kind('Headsets', 'Headset', 'HST', 2890, 115, '1″ threaded|1⅛″ threadless|tapered'),
    ],
  ],
  [
    'Frame & Seat',
    [
      kind('Saddles', 'Saddle', 'SAD', 6490, 310, '130 mm|143 mm|155 mm|170 mm'),
      kind('Seatposts', 'Seatpost', 'SPO', 3990, 260, '27.2 mm|30.9 mm|31.6 mm'),
      kind('Pedals', 'Pedals', 'PED', 4690, 360, 'platform|road clip-in|touring dual'),
      kind('Mudguards', 'Mudguards', 'MUD', 2990, 510, '28″ 45 mm|28″ 55 mm|26″ 60 mm'),
      kind('Racks', 'Rack', 'RAC', 3890, 720, 'front lowrider|rear 25 kg|rear 40 kg'),
    ],
  ],
  [
    'Lights & Electrics',
    [
      kind('Front Lights', 'Front Light', 'LFR', 4990, 110, '40 lux USB|80 lux dynamo|100 lux dynamo|E-bike 12 V'),
      kind('Rear Lights', 'Rear Light', 'LRE', 1990, 55, 'USB|dynamo|brake light'),
      kind('Dynamos', 'Hub Dynamo', 'DYN', 7490, 480, '32 holes QR|36 holes QR|32 holes thru-axle'),
    ],
  ],
  [
    'Workshop',
    [
      kind('Hand Tools', 'Tool', 'TOL', 1890, 180, 'chain whip|cone spanner 15 mm|spoke key|cassette remover|truing gauge'),
      kind('Lubricants', 'Lubricant', 'LUB', 990, 130, 'dry 100 ml|wet 100 ml|wax 120 ml|grease 500 g'),
      kind('Cables', 'Cable', 'CAB', 690, 60, 'brake 1.5 mm|shift 1.1 mm|housing 5 mm × 10 m'),
      kind('Small Parts', 'Small Parts', 'SML', 390, 15, 'M5×16 bolts (10)|nipples brass (100)|chain links (5)|valve caps (50)'),
    ],
  ],
];

/** Series names that come between brand and noun. */
export const SERIES =
  'Alba,Borealis,Corsa,Delta,Éclair,Forza,Gránit,Horizon,Ida,Kestelo,Luna,Meteor,Nova,Ostia,Polaris,Ravine,Sól,Terra,Ursa,Vento,Zephyr'.split(
    ',',
  );

/** A market: its cities with a postal code each, how a shop is called there, surnames and first names that are common there. */
export interface Market {
  readonly country: string;
  readonly territory: number;
  readonly dialling: string;
  readonly cities: readonly (readonly [city: string, postalCode: string])[];
  readonly shops: readonly string[];
  readonly streets: readonly string[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
}

const pairs = (text: string): (readonly [string, string])[] =>
  text.split('|').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);

const market = (
  country: string,
  territory: number,
  dialling: string,
  cities: string,
  shops: string,
  streets: string,
  first: string,
  last: string,
): Market => ({
  country,
  territory,
  dialling,
  cities: pairs(cities),
  shops: shops.split('|'),
  streets: streets.split('|'),
  firstNames: first.split(' '),
  lastNames: last.split(' ').map((name) => name.replaceAll('_', ' ')),
});

/** In a shop's name {0} is a surname, {1} the city; in a street's name # is the house number. */
export const MARKETS: readonly Market[] = [
  market(
    'DE',
    2,
    '+49',
    'Berlin=10115|Hamburg=20095|Köln=50667|München=80331|Münster=48143|Nürnberg=90402|Göttingen=37073',
    'Fahrrad {0} GmbH|Radhaus {1}|{0} Zweiräder e. K.|Rad & Tat {1} GmbH|Velokontor {0}',
    'Hauptstraße #|Bahnhofstraße #|Am Markt #|Gartenweg #',
    'Anna Jürgen Katharina Lukas Mareike Sören Uwe Zoë Jörg Heike',
    'Müller Schmidt Weiß Böhm Krüger Vogel Großmann Yıldız Schäfer Lange',
  ),
  market(
    'AT',
    2,
    '+43',
    'Wien=1010|Graz=8010|Linz=4020|Salzburg=5020',
    'Radlager {1}|{0} Fahrräder OG|Velo {0}',
    'Ringstraße #|Kirchengasse #|Südtiroler Platz #',
    'Theresa Matthias Lena Florian Elisabeth',
    'Gruber Huber Österreicher Mayr Thöni',
  ),
  market(
    'CH',
    3,
    '+41',
    'Zürich=8001|Bern=3011|Genève=1201|Lausanne=1003|Basel=4051',
    'Velo {0} AG|Cycles {0} Sàrl|Velowerkstatt {1}',
    'Seestrasse #|Rue du Rhône #|Marktgasse #',
    'Reto Ursina Beat Noémie Luc',
    'Zürcher Müller Favre Bühler Rochat',
  ),
  market(
    'FR',
    4,
    '+33',
    'Paris=75011|Lyon=69002|Nantes=44000|Strasbourg=67000|Besançon=25000|Orléans=45000',
    'Cycles {0} SARL|La Bécane de {1}|Vélo {0}|L’Atelier du Vélo {1}',
    'rue de la République #|avenue Foch #|place de l’Église #|quai de la Loire #',
    'Aurélie Benoît Chloé Étienne François Hélène Loïc Zoé',
    'Lefèvre Martin Dupré Bénard Gauthier Noël Chevalier Besson',
  ),
  market(
    'NL',
    5,
    '+31',
    'Amsterdam=1012 AB|Utrecht=3511 CE|Groningen=9712 HN|Den Haag=2511 AA',
    'Rijwielhandel {0} B.V.|Fietsenmaker {1}|{0} Tweewielers',
    'Kerkstraat #|Prinsengracht #|Stationsplein #',
    'Daan Femke Joost Marijke Sjoerd',
    "de_Vries van_den_Berg Bakker Jansen 't_Hart",
  ),
  market(
    'DK',
    6,
    '+45',
    'København=1050|Aarhus=8000|Odense=5000|Ålborg=9000',
    'Cykelhuset {1} ApS|{0} Cykler|Cykelsmeden {0}',
    'Nørregade #|Vestergade #|Åboulevarden #',
    'Søren Mette Jørgen Kirsten Åse',
    'Jensen Sørensen Østergaard Kjær Møller',
  ),
  market(
    'SE',
    6,
    '+46',
    'Stockholm=111 20|Göteborg=411 03|Malmö=211 18|Umeå=903 26',
    'Cykelköp {1} AB|{0}s Cykel|Hjul & Navet {0} AB',
    'Drottninggatan #|Storgatan #|Ängsvägen #',
    'Åsa Björn Elin Gösta Märta',
    'Andersson Öberg Lindström Sjöberg Åkesson',
  ),
  market(
    'GB',
    7,
    '+44',
    'London=E1 6AN|Leeds=LS1 4AP|Bristol=BS1 5TR|Edinburgh=EH1 1YZ|Cardiff=CF10 1EP|Norwich=NR2 1TF',
    '{0} Cycles Ltd|The {1} Bike Hub|{0} & Sons|Wheelwrights of {1} Ltd',
    'High Street #|Mill Lane #|Station Road #|Church Walk #',
    'Alice Gareth Imogen Oliver Priya Siobhán Tom Wei',
    "Smith O'Neill Patel MacLeod Hughes D'Arcy Taylor Evans",
  ),
  market(
    'IE',
    7,
    '+353',
    'Dublin=D02 AF30|Cork=T12 W8KP|Galway=H91 E2P8',
    '{0} Bikes Ltd|{1} Bicycle Works',
    'O’Connell Street #|Patrick Street #',
    'Aoife Cian Niamh Pádraig',
    "O'Brien Murphy Ní_Dhomhnaill Byrne",
  ),
  market(
    'ES',
    8,
    '+34',
    'Madrid=28004|Barcelona=08002|Málaga=29005|A Coruña=15001|Logroño=26001',
    'Bicicletas {0} S.L.|Ciclos {1}|La Bici de {0}',
    'Calle Mayor #|Avenida de España #|Plaza Nueva #',
    'Íñigo María José Núria Begoña Ángel',
    'García Muñoz Ibáñez Peña López Ferrándiz',
  ),
  market(
    'PT',
    8,
    '+351',
    'Lisboa=1100-148|Porto=4050-253|Évora=7000-508',
    'Bicicletas {0} Lda.|Ciclo {1}',
    'Rua Augusta #|Avenida da Liberdade #',
    'João Inês Conceição Luís',
    'Gonçalves Araújo Magalhães Simões',
  ),
  market(
    'IT',
    9,
    '+39',
    'Milano=20121|Torino=10121|Bologna=40121|Forlì=47121|Bolzano=39100',
    'Cicli {0} S.r.l.|La Bottega della Bici {1}|Officina {0}',
    'Via Roma #|Corso Garibaldi #|Piazza Libertà #',
    'Niccolò Giulia Matteo Chiara Desirée',
    'Rossi D’Angelo Bianchi Nicolò Cantù',
  ),
  market(
    'PL',
    10,
    '+48',
    'Warszawa=00-001|Kraków=31-001|Łódź=90-001|Gdańsk=80-001|Wrocław=50-001',
    'Rowery {0} Sp. z o.o.|Sklep Rowerowy {1}|Serwis {0}',
    'ul. Długa #|ul. Świętego Jana #|al. Jerozolimskie #',
    'Agnieszka Łukasz Małgorzata Paweł Żaneta',
    'Kowalski Wójcik Wiśniewska Dąbrowski Żak',
  ),
  market(
    'CZ',
    10,
    '+420',
    'Praha=110 00|Brno=602 00|Plzeň=301 00|Žďár nad Sázavou=591 01',
    'Kola {0} s.r.o.|Cykloservis {1}',
    'Dlouhá #|Náměstí Míru #',
    'Jiří Tereza Ondřej Šárka',
    'Novák Dvořák Černý Růžičková',
  ),
  market(
    'GR',
    9,
    '+30',
    'Αθήνα=105 57|Θεσσαλονίκη=546 24|Πάτρα=262 21',
    'Ποδήλατα {0}|Ποδηλατάδικο {1}',
    'Οδός Ερμού #|Λεωφόρος Νίκης #',
    'Γιώργος Ελένη Νίκος Σοφία',
    'Παπαδόπουλος Γεωργίου Νικολάου Ιωάννου',
  ),
  market(
    'JP',
    11,
    '+81',
    '東京=100-0001|大阪=530-0001|京都=600-8216|札幌=060-0001',
    '{0}自転車店|サイクルショップ{1}|{0}輪業',
    '中央通り#|本町#',
    '太郎 花子 健 さくら 翔',
    '佐藤 鈴木 高橋 田中 渡辺',
  ),
  market(
    'US',
    12,
    '+1',
    'Portland=97204|Minneapolis=55401|Boulder=80302|Cañon City=81212',
    "{0}'s Bike Shop LLC|{1} Cyclery|{0} Wheel Co.",
    'Main Street #|2nd Avenue #|Broadway #',
    'Ava Noah José Mia Ethan',
    "Johnson Nguyen O'Malley García Brown",
  ),
];

/** Number, code, name and serving warehouse of each sales territory. Customers of a dissolved territory become house accounts. */
export const TERRITORIES: readonly (readonly [id: number, code: string, name: string, warehouse: number])[] = [
  [1, 'HOUS', 'House Accounts', 1],
  [2, 'DACH', 'Germany & Austria', 1],
  [3, 'SUIS', 'Switzerland', 1],
  [4, 'FRAN', 'France', 2],
  [5, 'BENE', 'Benelux', 1],
  [6, 'NORD', 'Nordics', 3],
  [7, 'UKIE', 'United Kingdom & Ireland', 4],
  [8, 'IBER', 'Iberia', 2],
  [9, 'MEDI', 'Italy & Greece', 2],
  [10, 'EAST', 'Poland & Czechia', 1],
  [11, 'ASIA', 'Japan', 4],
  [12, 'AMER', 'North America', 4],
];
