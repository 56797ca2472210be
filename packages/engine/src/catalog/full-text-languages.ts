/** Languages of full-text search by the ways in which they are written: the LCID as a number, or the alias of sys.syslanguages. */

/** LCIDs by lower-case alias. */
export const FULL_TEXT_LANGUAGES: Readonly<Record<string, readonly [lcid: number, name: string]>> = Object.fromEntries(
  (
    [
      [0, 'Neutral'],
      [1025, 'Arabic'],
      [1026, 'Bulgarian'],
      [1027, 'Catalan'],
      [1028, 'Traditional Chinese'],
      [1029, 'Czech'],
      [1030, 'Danish'],
      [1031, 'German'],
      [1032, 'Greek'],
      [1033, 'English'],
      [1036, 'French'],
      [1037, 'Hebrew'],
      [1038, 'Hungarian'],
      [1039, 'Icelandic'],
      [1040, 'Italian'],
      [1041, 'Japanese'],
      [1042, 'Korean'],
      [1043, 'Dutch'],
      [1044, 'Bokmål'],
      [1045, 'Polish'],
      [1046, 'Brazilian'],
      [1048, 'Romanian'],
      [1049, 'Russian'],
      [1050, 'Croatian'],
      [1051, 'Slovak'],
      [1053, 'Swedish'],
      [1054, 'Thai'],
      [1055, 'Turkish'],
      [1058, 'Ukrainian'],
      [1060, 'Slovenian'],
      [1062, 'Latvian'],
      [1063, 'Lithuanian'],
      [1066, 'Vietnamese'],
      [2052, 'Simplified Chinese'],
      [2057, 'British English'],
      [2070, 'Portuguese'],
      [3082, 'Spanish'],
    ] as const
  ).map(([lcid, name]) => [name.toLowerCase(), [lcid, name]]),
);

/** The LCID of a language as it is written; undefined for none that is known. */
export function languageId(written: string): number | undefined {
  const number = Number(written);
  const [lcid] = Object.values(FULL_TEXT_LANGUAGES).find(([id]) => id === number) ?? FULL_TEXT_LANGUAGES[written.toLowerCase()] ?? [];
  return written.trim() === '' ? undefined : lcid;
}
