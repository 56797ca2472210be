/**
 * What a collation name says. A name is a locale, perhaps a version (90, 100, 140, 160), and flags: CI/CS, AI/AS, KS, WS, VSS, BIN, BIN2, SC, UTF8.
 * Any name of that shape is understood, so no list of the 5,500 combinations is kept.
 */

import { LOCALES } from './locales.ts';
import { SORT_ORDERS, SQL_LCIDS } from './sql-collations.ts';

export interface CollationName {
  /** The name as SQL Server spells it. */
  readonly name: string;
  /** The words before version and flags: `Latin1_General`, `French`. */
  readonly locale: string;
  readonly lcid: number;
  /** Sort order of an SQL collation, 0 for a Windows collation. */
  readonly sortId: number;
  /** Code page of char and varchar data; 65001 with _UTF8. */
  readonly codePage: number;
  /** 80, 90, 100, 140 or 160. */
  readonly version: number;
  readonly caseSensitive: boolean;
  readonly accentSensitive: boolean;
  readonly kanaSensitive: boolean;
  readonly widthSensitive: boolean;
  readonly binary: 'none' | 'BIN' | 'BIN2';
  /** Supplementary characters count as one character. */
  readonly supplementary: boolean;
  readonly utf8: boolean;
}

const FLAGS = '((?:_(?:CI|CS)_(?:AI|AS)(?:_KS)?(?:_WS)?(?:_VSS)?(?:_SC)?|_BIN2?)(?:_UTF8)?)';
const WINDOWS = new RegExp(`^(.+?)(?:_(90|100|140|160))?${FLAGS}$`, 'i');
const SQL = new RegExp(`^SQL_(.+?)_CP(\\d+)${FLAGS}$`, 'i');

/** Undefined when no collation has that name. */
export function parseCollationName(name: string): CollationName | undefined {
  return name.slice(0, 4).toUpperCase() === 'SQL_' ? parseSqlName(name) : parseWindowsName(name);
}

function parseWindowsName(name: string): CollationName | undefined {
  const match = WINDOWS.exec(name);
  const locale = LOCALE_NAMES.get((match?.[1] ?? '').toLowerCase());
  if (match === null || locale === undefined) return undefined;
  const version = Number(match[2] ?? 80);
  const flags = readFlags(match[3] ?? '');
  const { lcid, codePage } = LOCALES[locale]!;
  if (!validFlags(flags, version)) return undefined;
  return {
    name: [locale, ...(match[2] === undefined ? [] : [match[2]]), ...flags].join('_'),
    locale,
    lcid,
    sortId: 0,
    codePage: flags.has('UTF8') ? 65001 : codePage,
    version,
    ...sensitivities(flags),
    supplementary: flags.has('SC') || version >= 140,
    utf8: flags.has('UTF8'),
  };
}

function parseSqlName(name: string): CollationName | undefined {
  const canonical = SQL_NAMES.get(name.slice(4).toLowerCase());
  const match = SQL.exec(name);
  if (canonical === undefined || match === null) return undefined;
  const language = canonical.split('_')[0] ?? '';
  const page = Number(match[2]);
  return {
    name: `SQL_${canonical}`,
    locale: language === 'Latin1' ? 'Latin1_General' : language,
    lcid: SQL_LCIDS[language] ?? 0x0409,
    sortId: SORT_ORDERS[canonical] ?? 0,
    codePage: page === 1 ? 1252 : page,
    version: 80,
    ...sensitivities(readFlags(match[3] ?? '')),
    supplementary: false,
    utf8: false,
  };
}

function readFlags(text: string): Set<string> {
  return new Set(text.toUpperCase().split('_').slice(1));
}

/** UTF-8 came with supplementary characters: before version 140 a name says so, unless the collation is BIN2. */
function validFlags(flags: ReadonlySet<string>, version: number): boolean {
  if (flags.has('SC') && version < 90) return false;
  if (!flags.has('UTF8')) return true;
  return flags.has('BIN2') ? version >= 100 : !flags.has('BIN') && (version >= 140 || (version === 100 && flags.has('SC')));
}

function sensitivities(flags: ReadonlySet<string>) {
  const binary = flags.has('BIN2') ? 'BIN2' : flags.has('BIN') ? 'BIN' : 'none';
  return {
    caseSensitive: binary !== 'none' || flags.has('CS'),
    accentSensitive: binary !== 'none' || !flags.has('AI'),
    kanaSensitive: binary !== 'none' || flags.has('KS'),
    widthSensitive: binary !== 'none' || flags.has('WS'),
    binary,
  } as const;
}

const LOCALE_NAMES: ReadonlyMap<string, string> = new Map(Object.keys(LOCALES).map((name) => [name.toLowerCase(), name]));
const SQL_NAMES: ReadonlyMap<string, string> = new Map(Object.keys(SORT_ORDERS).map((name) => [name.toLowerCase(), name]));
