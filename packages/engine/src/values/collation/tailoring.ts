/**
 * Letters that a locale does not sort as Latin1 does: Swedish å ä ö after z, Spanish ñ after n, Czech č after c. Each locale is a line of rules
 * `after<letter<letter`; a letter takes a place of its own behind every word that begins with the letter before it. Contractions of two letters
 * (ch, ll, dž) are not modelled.
 */

import type { CollationName } from './name.ts';

const RULES: Readonly<Record<string, string>> = {
  Albanian: 'c<ç e<ë',
  Azeri_Latin: 'c<ç g<ğ i<ı o<ö s<ş u<ü',
  Bosnian_Latin: 'c<č<ć d<đ s<š z<ž',
  Croatian: 'c<č<ć d<đ s<š z<ž',
  Czech: 'c<č r<ř s<š z<ž',
  Danish: 'z<æ<ä<ø<ö<å',
  Danish_Greenlandic: 'z<æ<ä<ø<ö<å',
  Danish_Norwegian: 'z<æ<ä<ø<ö<å',
  Estonian: 's<š<z<ž w<õ<ä<ö<ü',
  Finnish_Swedish: 'z<å<ä<æ<ö<ø',
  Hungarian: 'o<ö<ő u<ü<ű',
  Hungarian_Technical: 'o<ö<ő u<ü<ű',
  Icelandic: 'a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ä<ö<ø<å',
  Latvian: 'c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž',
  Lithuanian: 'c<č s<š z<ž',
  Modern_Spanish: 'n<ñ',
  Norwegian: 'z<æ<ä<ø<ö<å',
  Polish: 'a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż',
  Romanian: 'a<ă<â i<î s<ș<ş t<ț<ţ',
  Serbian_Latin: 'c<č<ć d<đ s<š z<ž',
  Slovak: 'a<ä c<č o<ô s<š z<ž',
  Slovenian: 'c<č<ć d<đ s<š z<ž',
  SwedishPhone: 'z<å<ä<æ<ö<ø',
  SwedishStd: 'z<å<ä<æ<ö<ø',
  Traditional_Spanish: 'n<ñ',
  Turkish: 'c<ç g<ğ h<ı o<ö s<ş u<ü',
  Upper_Sorbian: 'c<č<ć e<ě l<ł n<ń o<ó r<ř s<š z<ž<ź',
};

const NONE: ReadonlyMap<string, readonly [string, number]> = new Map();

/** The letters of their own of a collation's locale. */
export function lettersOf(collation: CollationName): ReadonlyMap<string, readonly [after: string, place: number]> {
  const rules = RULES[collation.locale];
  return rules === undefined ? NONE : new Map(rules.split(' ').flatMap(placesOf));
}

function placesOf(rule: string): [string, readonly [string, number]][] {
  const [after = '', ...letters] = rule.split('<');
  return letters.map((letter, index) => [letter, [after, index]]);
}
