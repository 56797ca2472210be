/**
 * Which conversions exist, by the chart of "Data type conversion (Database Engine)". Each source lists the targets it reaches by itself and those
 * that need CAST or CONVERT; anything else is refused (529 explicitly, 206 or 257 implicitly).
 */

import type { Type, TypeName } from '@sprocket/tsql';

export type ConversionKind = 'implicit' | 'explicit' | 'none';

/** Whether a value of one type becomes another by itself, by CAST or CONVERT, or not at all. */
export function conversionKind(from: Type, to: Type): ConversionKind {
  if (from.name === to.name) return 'implicit';
  const row = CHART[from.name];
  if (row === undefined) return 'none';
  if (row.implicit.has(to.name)) return 'implicit';
  return row.explicit.has(to.name) ? 'explicit' : 'none';
}

interface Row {
  readonly implicit: ReadonlySet<TypeName>;
  readonly explicit: ReadonlySet<TypeName>;
}

const GROUPS = {
  integers: ['bit', 'tinyint', 'smallint', 'int', 'bigint'],
  decimals: ['decimal', 'numeric'],
  moneys: ['money', 'smallmoney'],
  floats: ['float', 'real'],
  oldDates: ['datetime', 'smalldatetime'],
  newDates: ['date', 'time', 'datetime2', 'datetimeoffset'],
  chars: ['char', 'varchar'],
  nchars: ['nchar', 'nvarchar'],
  binaries: ['binary', 'varbinary'],
} as const satisfies Record<string, readonly TypeName[]>;

type Group = keyof typeof GROUPS;
type Target = Group | TypeName;

const names = (targets: readonly Target[]): ReadonlySet<TypeName> =>
  new Set(targets.flatMap((target): readonly TypeName[] => (target in GROUPS ? GROUPS[target as Group] : [target as TypeName])));

const row = (implicit: readonly Target[], explicit: readonly Target[] = []): Row => ({
  implicit: names(implicit),
  explicit: names(explicit),
});

const NUMBERS: readonly Target[] = ['integers', 'decimals', 'moneys', 'floats'];
const STRINGS: readonly Target[] = ['chars', 'nchars'];
const DATES: readonly Target[] = ['oldDates', 'newDates'];

const FROM_CHAR = row(
  [
    ...STRINGS,
    ...NUMBERS,
    ...DATES,
    'uniqueidentifier',
    'image',
    'text',
    'ntext',
    'sql_variant',
    'xml',
    'hierarchyid',
    'geometry',
    'geography',
  ],
  ['binaries', 'rowversion'],
);
const FROM_NCHAR = row(
  [...STRINGS, ...NUMBERS, ...DATES, 'uniqueidentifier', 'text', 'ntext', 'sql_variant', 'xml', 'hierarchyid', 'geometry', 'geography'],
  ['binaries', 'rowversion'],
);
const FROM_EXACT = row([...NUMBERS, ...STRINGS, 'oldDates', 'binaries', 'rowversion', 'sql_variant']);
const FROM_FLOAT = row([...NUMBERS, ...STRINGS, 'oldDates', 'binaries', 'sql_variant']);
const FROM_OLD_DATE = row([...STRINGS, ...DATES, 'sql_variant'], [...NUMBERS, 'binaries', 'rowversion']);
const FROM_NEW_DATE = row([...STRINGS, ...DATES, 'sql_variant'], ['binaries']);
const FROM_DATE = row([...STRINGS, 'oldDates', 'datetime2', 'datetimeoffset', 'sql_variant'], ['binaries']);
const FROM_BINARY = row(
  [
    ...STRINGS,
    'integers',
    'decimals',
    'moneys',
    'oldDates',
    'binaries',
    'rowversion',
    'uniqueidentifier',
    'image',
    'sql_variant',
    'xml',
    'hierarchyid',
    'geometry',
    'geography',
  ],
  ['newDates'],
);

const CHART: Partial<Record<TypeName, Row>> = {
  char: FROM_CHAR,
  varchar: FROM_CHAR,
  nchar: FROM_NCHAR,
  nvarchar: FROM_NCHAR,
  bit: FROM_EXACT,
  tinyint: FROM_EXACT,
  smallint: FROM_EXACT,
  int: FROM_EXACT,
  bigint: FROM_EXACT,
  decimal: FROM_EXACT,
  numeric: FROM_EXACT,
  money: FROM_EXACT,
  smallmoney: FROM_EXACT,
  float: FROM_FLOAT,
  real: FROM_FLOAT,
  datetime: FROM_OLD_DATE,
  smalldatetime: FROM_OLD_DATE,
  datetime2: FROM_NEW_DATE,
  datetimeoffset: FROM_NEW_DATE,
  date: FROM_DATE,
  time: FROM_DATE,
  binary: FROM_BINARY,
  varbinary: FROM_BINARY,
  rowversion: row(['chars', 'integers', 'decimals', 'moneys', 'oldDates', 'binaries', 'image']),
  uniqueidentifier: row([...STRINGS, 'binaries', 'sql_variant']),
  image: row(['binaries', 'rowversion']),
  text: row([...STRINGS, 'ntext', 'xml']),
  ntext: row([...STRINGS, 'text', 'xml']),
  xml: row([], [...STRINGS, 'binaries']),
  sql_variant: row([], [...NUMBERS, ...STRINGS, ...DATES, 'binaries', 'uniqueidentifier']),
  hierarchyid: row([], [...STRINGS, 'binaries']),
  geometry: row([], [...STRINGS, 'binaries']),
  geography: row([], [...STRINGS, 'binaries']),
};
