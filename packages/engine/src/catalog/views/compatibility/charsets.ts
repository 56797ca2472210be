/** syscharsets: character sets (type 1001) and the sort orders (type 2001) of the SQL collations that are made of them. */

import type { SpecRow } from '../spec.ts';

const SETS: readonly (readonly [number, string, string])[] = [
  [1, 'iso_1', 'ISO 8859-1 (Latin-1) - Western European 8-bit character set.'],
  [2, 'cp850', 'Code Page 850 (Multilingual) character set.'],
  [3, 'cp437', 'Code Page 437 (United States) character set.'],
  [4, 'cp1250', 'Code Page 1250 (Eastern European) character set.'],
  [5, 'cp1251', 'Code Page 1251 (Cyrillic) character set.'],
  [6, 'cp1253', 'Code Page 1253 (Greek) character set.'],
  [7, 'cp1254', 'Code Page 1254 (Turkish) character set.'],
  [8, 'cp1255', 'Code Page 1255 (Hebrew) character set.'],
  [9, 'cp1256', 'Code Page 1256 (Arabic) character set.'],
  [10, 'cp1257', 'Code Page 1257 (Baltic) character set.'],
  [109, 'cp932', 'Code Page 932 (Japanese) character set.'],
  [112, 'cp936', 'Code Page 936 (Simplified Chinese) character set.'],
  [113, 'cp949', 'Code Page 949 (Korean) character set.'],
  [114, 'cp950', 'Code Page 950 (Traditional Chinese) character set.'],
];

const ORDERS: readonly (readonly [number, number, string, string])[] = [
  [30, 3, 'bin_cp437', 'Binary Sort Order for the Code Page 437 Character Set'],
  [31, 3, 'dictionary_437', 'General purpose dictionary order, case-sensitive, for code page 437'],
  [32, 3, 'nocase_437', 'General purpose dictionary order, case-insensitive, for code page 437'],
  [33, 3, 'nocasepref_437', 'General purpose dictionary order, case-insensitive with uppercase preference, for code page 437'],
  [34, 3, 'noaccents_437', 'General purpose dictionary order, insensitive to case and accents, for code page 437'],
  [40, 2, 'bin_cp850', 'Binary Sort Order for the Code Page 850 Character Set'],
  [41, 2, 'dictionary_850', 'General purpose dictionary order, case-sensitive, for code page 850'],
  [42, 2, 'nocase_850', 'General purpose dictionary order, case-insensitive, for code page 850'],
  [43, 2, 'nocasepref_850', 'General purpose dictionary order, case-insensitive with uppercase preference, for code page 850'],
  [44, 2, 'noaccents_850', 'General purpose dictionary order, insensitive to case and accents, for code page 850'],
  [50, 1, 'bin_iso_1', 'Binary Sort Order for the ISO 8859-1 Character Set'],
  [51, 1, 'dictionary_iso', 'General purpose dictionary order, case-sensitive, for the ISO 8859-1 character set'],
  [52, 1, 'nocase_iso', 'General purpose dictionary order, case-insensitive, for the ISO 8859-1 character set'],
  [
    53,
    1,
    'nocasepref_iso',
    'General purpose dictionary order, case-insensitive with uppercase preference, for the ISO 8859-1 character set',
  ],
  [54, 1, 'noaccents_iso', 'General purpose dictionary order, insensitive to case and accents, for the ISO 8859-1 character set'],
];

export const CHARSETS: readonly SpecRow[] = [
  ...SETS.map(([id, name, description]): SpecRow => ({ type: 1001, id, csid: 0, status: 0, name, description })),
  ...ORDERS.map(([id, csid, name, description]): SpecRow => ({ type: 2001, id, csid, status: 0, name, description })),
];
