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

const words = (text: string): readonly string[] => text.split(' ');

const ENGLISH_MONTHS = words('January February March April May June July August September October November December');
const ENGLISH_SHORT = words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
const ENGLISH_DAYS = words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');

const US_ENGLISH: Language = {
  name: 'us_english',
  alias: 'English',
  months: ENGLISH_MONTHS,
  shortMonths: ENGLISH_SHORT,
  days: ENGLISH_DAYS,
  dateFormat: 'mdy',
  dateFirst: 7,
};

export const LANGUAGES: readonly Language[] = [
  US_ENGLISH,
  {
    name: 'Deutsch',
    alias: 'German',
    dateFormat: 'dmy',
    dateFirst: 1,
    months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    shortMonths: words('Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'),
    days: words('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'),
  },
  {
    name: 'Français',
    alias: 'French',
    dateFormat: 'dmy',
    dateFirst: 1,
    months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    shortMonths: words('janv févr mars avr mai juin juil août sept oct nov déc'),
    days: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  },
  {
    name: 'Español',
    alias: 'Spanish',
    dateFormat: 'dmy',
    dateFirst: 1,
    months: words('Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre'),
    shortMonths: words('Ene Feb Mar Abr May Jun Jul Ago Sep Oct Nov Dic'),
    days: words('Lunes Martes Miércoles Jueves Viernes Sábado Domingo'),
  },
  {
    name: 'Italiano',
    alias: 'Italian',
    dateFormat: 'dmy',
    dateFirst: 1,
    months: words('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    shortMonths: words('gen feb mar apr mag giu lug ago set ott nov dic'),
    days: words('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
  },
  {
    name: 'Nederlands',
    alias: 'Dutch',
    dateFormat: 'dmy',
    dateFirst: 1,
    months: words('januari februari maart april mei juni juli augustus september oktober november december'),
    shortMonths: words('jan feb mrt apr mei jun jul aug sep okt nov dec'),
    days: words('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
  },
  {
    name: 'Português',
    alias: 'Portuguese',
    dateFormat: 'dmy',
    dateFirst: 7,
    months: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    shortMonths: words('jan fev mar abr mai jun jul ago set out nov dez'),
    days: words('segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo'),
  },
  {
    name: 'Svenska',
    alias: 'Swedish',
    dateFormat: 'ymd',
    dateFirst: 1,
    months: words('januari februari mars april maj juni juli augusti september oktober november december'),
    shortMonths: words('jan feb mar apr maj jun jul aug sep okt nov dec'),
    days: words('måndag tisdag onsdag torsdag fredag lördag söndag'),
  },
  {
    name: 'Dansk',
    alias: 'Danish',
    dateFormat: 'dmy',
    dateFirst: 1,
    months: words('januar februar marts april maj juni juli august september oktober november december'),
    shortMonths: words('jan feb mar apr maj jun jul aug sep okt nov dec'),
    days: words('mandag tirsdag onsdag torsdag fredag lørdag søndag'),
  },
  {
    name: 'Norsk',
    alias: 'Norwegian',
    dateFormat: 'dmy',
    dateFirst: 1,
    months: words('januar februar mars april mai juni juli august september oktober november desember'),
    shortMonths: words('jan feb mar apr mai jun jul aug sep okt nov des'),
    days: words('mandag tirsdag onsdag torsdag fredag lørdag søndag'),
  },
  { ...US_ENGLISH, name: 'British', alias: 'British English', dateFormat: 'dmy', dateFirst: 1 },
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
