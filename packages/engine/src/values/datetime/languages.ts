/**
 * What a session's language means for dates: names of months and days and the order in which numbers are read. Names are those of sys.syslanguages;
 * a language is found by its name or its English alias. Languages beyond these read and write dates as us_english does.
 */

import type { DateFormat } from '../../environment.ts';

export interface Language {
  /** As in sys.syslanguages. */
  readonly name: string;
  /** The English alias. */
  readonly alias: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Monday first. */
  readonly days: readonly string[];
  readonly dateFormat: DateFormat;
  readonly dateFirst: number;
}

/** Names are separated by blanks. */
function language(
  [name, alias, dateFormat, dateFirst]: readonly [name: string, alias: string, dateFormat: DateFormat, dateFirst: number],
  months: string,
  shortMonths: string,
  days: string,
): Language {
  return { name, alias, dateFormat, dateFirst, months: months.split(' '), shortMonths: shortMonths.split(' '), days: days.split(' ') };
}

const ENGLISH = [
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
] as const;
const NORWEGIAN = [
  'januar februar mars april mai juni juli august september oktober november desember',
  'jan feb mar apr mai jun jul aug sep okt nov des',
  'mandag tirsdag onsdag torsdag fredag lørdag søndag',
] as const;
/** Months by number, as the languages of East Asia have them. */
const NUMBERS = '01 02 03 04 05 06 07 08 09 10 11 12';
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII';
const CHINESE_DAYS = '星期一 星期二 星期三 星期四 星期五 星期六 星期日';

const US_ENGLISH = language(['us_english', 'English', 'mdy', 7], ...ENGLISH);

export const LANGUAGES: readonly Language[] = [
  US_ENGLISH,
  language(
    ['Deutsch', 'German', 'dmy', 1],
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
    'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
  ),
  language(
    ['Français', 'French', 'dmy', 1],
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'janv févr mars avr mai juin juil août sept oct nov déc',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
  ),
  language(['日本語', 'Japanese', 'ymd', 7], NUMBERS, NUMBERS, '月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日'),
  language(
    ['Dansk', 'Danish', 'dmy', 1],
    'januar februar marts april maj juni juli august september oktober november december',
    'jan feb mar apr maj jun jul aug sep okt nov dec',
    'mandag tirsdag onsdag torsdag fredag lørdag søndag',
  ),
  language(
    ['Español', 'Spanish', 'dmy', 1],
    'Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre',
    'Ene Feb Mar Abr May Jun Jul Ago Sep Oct Nov Dic',
    'Lunes Martes Miércoles Jueves Viernes Sábado Domingo',
  ),
  language(
    ['Italiano', 'Italian', 'dmy', 1],
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'gen feb mar apr mag giu lug ago set ott nov dic',
    'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  ),
  language(
    ['Nederlands', 'Dutch', 'dmy', 1],
    'januari februari maart april mei juni juli augustus september oktober november december',
    'jan feb mrt apr mei jun jul aug sep okt nov dec',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  ),
  language(['Norsk', 'Norwegian', 'dmy', 1], ...NORWEGIAN),
  language(
    ['Português', 'Portuguese', 'dmy', 7],
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    'jan fev mar abr mai jun jul ago set out nov dez',
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  ),
  language(
    ['Suomi', 'Finnish', 'dmy', 1],
    'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
    'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai',
  ),
  language(
    ['Svenska', 'Swedish', 'ymd', 1],
    'januari februari mars april maj juni juli augusti september oktober november december',
    'jan feb mar apr maj jun jul aug sep okt nov dec',
    'måndag tisdag onsdag torsdag fredag lördag söndag',
  ),
  language(
    ['čeština', 'Czech', 'dmy', 1],
    'leden únor březen duben květen červen červenec srpen září říjen listopad prosinec',
    ROMAN,
    'pondělí úterý středa čtvrtek pátek sobota neděle',
  ),
  language(
    ['magyar', 'Hungarian', 'ymd', 1],
    'január február március április május június július augusztus szeptember október november december',
    'jan febr márc ápr máj jún júl aug szept okt nov dec',
    'hétfő kedd szerda csütörtök péntek szombat vasárnap',
  ),
  language(
    ['polski', 'Polish', 'dmy', 1],
    'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
    ROMAN,
    'poniedziałek wtorek środa czwartek piątek sobota niedziela',
  ),
  language(
    ['română', 'Romanian', 'dmy', 1],
    'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
    'Ian Feb Mar Apr Mai Iun Iul Aug Sep Oct Nov Dec',
    'luni marţi miercuri joi vineri sîmbătă duminică',
  ),
  language(
    ['hrvatski', 'Croatian', 'ymd', 1],
    'siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac',
    'sij vel ožu tra svi lip srp kol ruj lis stu pro',
    'ponedjeljak utorak srijeda četvrtak petak subota nedjelja',
  ),
  language(
    ['slovenčina', 'Slovak', 'dmy', 1],
    'január február marec apríl máj jún júl august september október november december',
    ROMAN,
    'pondelok utorok streda štvrtok piatok sobota nedeľa',
  ),
  language(
    ['slovenski', 'Slovenian', 'dmy', 1],
    'januar februar marec april maj junij julij avgust september oktober november december',
    'jan feb mar apr maj jun jul avg sept okt nov dec',
    'ponedeljek torek sreda četrtek petek sobota nedelja',
  ),
  language(
    ['ελληνικά', 'Greek', 'dmy', 1],
    'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    'Ιαν Φεβ Μαρ Απρ Μαϊ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ',
    'Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή',
  ),
  language(
    ['български', 'Bulgarian', 'dmy', 1],
    'януари февруари март април май юни юли август септември октомври ноември декември',
    'януари февруари март април май юни юли август септември октомври ноември декември',
    'понеделник вторник сряда четвъртък петък събота неделя',
  ),
  language(
    ['русский', 'Russian', 'dmy', 1],
    'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь',
    'янв фев мар апр май июн июл авг сен окт ноя дек',
    'понедельник вторник среда четверг пятница суббота воскресенье',
  ),
  language(
    ['Türkçe', 'Turkish', 'dmy', 1],
    'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
    'Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar',
  ),
  language(['British', 'British English', 'dmy', 1], ...ENGLISH),
  language(
    ['eesti', 'Estonian', 'dmy', 1],
    'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
    'jaan veebr märts apr mai juuni juuli aug sept okt nov dets',
    'esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev',
  ),
  language(
    ['latviešu', 'Latvian', 'ymd', 1],
    'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris',
    'jan feb mar apr mai jūn jūl aug sep okt nov dec',
    'pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena',
  ),
  language(
    ['lietuvių', 'Lithuanian', 'ymd', 1],
    'sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis',
    'sau vas kov bal geg bir lie rgp rgs spl lap grd',
    'pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis',
  ),
  language(
    ['Português (Brasil)', 'Brazilian', 'dmy', 7],
    'Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro',
    'Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez',
    'Segunda-Feira Terça-Feira Quarta-Feira Quinta-Feira Sexta-Feira Sábado Domingo',
  ),
  language(['繁體中文', 'Traditional Chinese', 'ymd', 7], NUMBERS, NUMBERS, CHINESE_DAYS),
  language(['한국어', 'Korean', 'ymd', 7], NUMBERS, NUMBERS, '월요일 화요일 수요일 목요일 금요일 토요일 일요일'),
  language(['简体中文', 'Simplified Chinese', 'ymd', 7], NUMBERS, NUMBERS, CHINESE_DAYS),
  language(
    ['ไทย', 'Thai', 'dmy', 7],
    'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
    'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.',
    'จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์',
  ),
  language(['norsk (bokmål)', 'Bokmål', 'dmy', 1], ...NORWEGIAN),
];

const BY_NAME: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap((language) => [[language.name.toLowerCase(), language] as const, [language.alias.toLowerCase(), language] as const]),
);

/** The language of that name or alias. */
export function languageNamed(name: string): Language | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** The language of a session; us_english when it is one that we do not know. */
export function languageOf(name: string): Language {
  return languageNamed(name) ?? US_ENGLISH;
}
