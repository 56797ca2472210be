/**
 * Which code page the char and varchar data of a collation uses. SQL_ collations decide by their sort order,
 * the Windows ones by their locale, and the UTF-8 flag overrules both. The numbers are Windows code pages;
 * what is not listed is Western European, like the default collation.
 */
import { type Collation, CollationFlag } from './collation.ts';

/** The code page number that stands for UTF-8. */
export const UTF8_CODE_PAGE = 65001;

/** The Windows code page of a collation's char, varchar and text data. */
export function codePageOf(collation: Collation): number {
  if ((collation.flags & CollationFlag.UTF8) !== 0) return UTF8_CODE_PAGE;
  const codePage = collation.sortId === 0 ? BY_LCID.get(collation.lcid) : sortOrderCodePage(collation.sortId);
  return codePage ?? 1252;
}

/** Whether the collation stores char and varchar as UTF-8. */
export function isUtf8(collation: Collation): boolean {
  return (collation.flags & CollationFlag.UTF8) !== 0;
}

function sortOrderCodePage(sortId: number): number | undefined {
  return SORT_ORDERS.find(([first, last]) => sortId >= first && sortId <= last)?.[2];
}

/** First sort order, last sort order, code page: sort orders are numbered by code page. */
const SORT_ORDERS: readonly (readonly [first: number, last: number, codePage: number])[] = [
  [30, 34, 437],
  [40, 49, 850],
  [50, 54, 1252],
  [55, 61, 850],
  [71, 75, 1252],
  [80, 96, 1250],
  [97, 98, 1250],
  [104, 108, 1251],
  [112, 124, 1253],
  [128, 130, 1254],
  [136, 138, 1255],
  [144, 146, 1256],
  [152, 160, 1257],
  [183, 186, 1252],
  [192, 193, 932],
  [194, 195, 949],
  [196, 197, 950],
  [198, 199, 936],
  [200, 200, 932],
  [201, 201, 949],
  [202, 202, 950],
  [203, 203, 936],
  [204, 206, 874],
];

/** The locales of Windows collations by code page; locales of code page 1252 need no entry. */
const LCIDS: readonly (readonly [codePage: number, lcids: readonly number[]])[] = [
  [874, [0x041e]],
  [932, [0x0411]],
  [936, [0x0804]],
  [949, [0x0412]],
  [950, [0x0404, 0x0c04, 0x1404]],
  [1250, [0x0405, 0x040e, 0x0415, 0x0418, 0x041a, 0x041b, 0x041c, 0x0424, 0x0442, 0x081a, 0x141a]],
  [1251, [0x0419, 0x0422, 0x042f, 0x043f, 0x0444, 0x046d, 0x0485, 0x082c, 0x0c1a, 0x201a]],
  [1253, [0x0408]],
  [1254, [0x041f, 0x042c, 0x0443]],
  [1255, [0x040d]],
  [1256, [0x0401, 0x0420, 0x0429, 0x0480, 0x048c]],
  [1257, [0x0425, 0x0426, 0x0427]],
  [1258, [0x042a]],
];

const BY_LCID: ReadonlyMap<number, number> = new Map(
  LCIDS.flatMap(([codePage, lcids]) => lcids.map((lcid): [number, number] => [lcid, codePage])),
);
