/** The character set names of INFORMATION_SCHEMA. */

/** Code pages by the beginning of a collation's name; every other one is code page 1252. */
const CODE_PAGES: readonly (readonly [RegExp, string])[] = [
  [/_UTF8$/i, 'utf8'],
  [/^SQL_.*_CP437_/i, 'cp437'],
  [/^SQL_.*_CP850_/i, 'cp850'],
  [/^(SQL_.*_CP1250_|Polish|Czech|Hungarian|Romanian|Croatian|Slovak|Slovenian|Albanian)/i, 'cp1250'],
  [/^(SQL_.*_CP1251_|Cyrillic|Ukrainian|Macedonian|Kazakh|Tatar)/i, 'cp1251'],
  [/^(SQL_.*_CP1253_|Greek)/i, 'cp1253'],
  [/^(SQL_.*_CP1254_|Turkish|Azeri_Latin|Uzbek_Latin)/i, 'cp1254'],
  [/^(SQL_.*_CP1255_|Hebrew)/i, 'cp1255'],
  [/^(SQL_.*_CP1256_|Arabic|Persian|Urdu)/i, 'cp1256'],
  [/^(SQL_.*_CP1257_|Estonian|Latvian|Lithuanian)/i, 'cp1257'],
  [/^Vietnamese/i, 'cp1258'],
  [/^Thai/i, 'cp874'],
  [/^Japanese/i, 'cp932'],
  [/^Chinese_(PRC|Simplified)/i, 'cp936'],
  [/^Korean/i, 'cp949'],
  [/^Chinese/i, 'cp950'],
];

/** `iso_1` for the code page of Western Europe, as SQL Server calls it. */
export function codePageName(collation: string): string {
  return CODE_PAGES.find(([pattern]) => pattern.test(collation))?.[1] ?? 'iso_1';
}
