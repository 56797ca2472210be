/**
 * The data types as ODBC sees them, in one table: what SQLGetTypeInfo lists and what SQLColumns says of a column of each type. ODBC 3 renumbered the
 * date types and counts float in bits; drivers older than SQL Server 2008 see the types of that release as strings. The procedures get the table as
 * the rows of a table value constructor.
 */

import { valueRows } from '../text.ts';

/**
 * How a column's size is found: `bytes` and `characters` from max_length, `digits` from precision and scale, `moment` from the fractional seconds,
 * `fixed` from this table.
 */
type Sizing = 'bytes' | 'characters' | 'digits' | 'moment' | 'fixed';

interface OdbcType {
  readonly name: string;
  /** user_type_id of the system type. */
  readonly id: number;
  /** ODBC 3 and ODBC 2 type codes. */
  readonly code: number;
  readonly code2: number;
  readonly verboseCode: number;
  readonly subcode: number | null;
  readonly sizing: Sizing;
  readonly size: number;
  readonly size2: number;
  /** Bytes that a value takes when it is fetched. */
  readonly length: number;
  readonly scale: number | null;
  readonly radix: number | null;
  readonly radix2: number | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly create: string | null;
  readonly caseSensitive: number;
  /** 0 not at all, 1 with LIKE, 2 without LIKE, 3 searchable. */
  readonly searchable: number;
  readonly unsigned: number | null;
  readonly money: number;
  readonly identity: boolean;
  readonly scales: readonly [number | null, number | null];
  /** Numbers of SQL Server 6.5 for the type and for its nullable form. */
  readonly oldType: readonly [number, number];
  readonly oldUserType: number;
}

const BASE = {
  subcode: null,
  sizing: 'fixed' as Sizing,
  scale: null,
  radix: null,
  radix2: null,
  prefix: null,
  suffix: null,
  create: null,
  caseSensitive: 0,
  searchable: 2,
  unsigned: null,
  money: 0,
  identity: false,
  scales: [null, null] as const,
  oldType: [0, 0] as const,
  oldUserType: 0,
};

type Row = Partial<OdbcType> & Pick<OdbcType, 'name' | 'id' | 'code' | 'size' | 'length'>;

const type = (row: Row): OdbcType => ({
  ...BASE,
  code2: row.code,
  verboseCode: row.code,
  size2: row.size,
  radix2: row.radix ?? null,
  ...row,
});

const integer = (row: Row): OdbcType => type({ scale: 0, radix: 10, unsigned: 0, identity: true, scales: [0, 0], ...row });

const text = (row: Row): OdbcType =>
  type({ prefix: row.name.startsWith('n') ? "N'" : "'", suffix: "'", caseSensitive: 1, searchable: 3, oldType: [39, 39], ...row });

const moment = (row: Row): OdbcType =>
  type({ sizing: 'moment', verboseCode: 9, subcode: 3, prefix: "'", suffix: "'", searchable: 3, scales: [0, 7], ...row });

const STRUCTURES = { geometry: 129, geography: 130, hierarchyid: 128 } as const;

/** In the order in which sp_datatype_info lists types of equal code. */
export const ODBC_TYPES: readonly OdbcType[] = [
  moment({ name: 'datetimeoffset', id: 43, code: -155, verboseCode: -155, subcode: 0, size: 34, length: 20, create: 'scale' }),
  moment({ name: 'time', id: 41, code: -154, verboseCode: -154, subcode: 0, size: 16, length: 12, create: 'scale' }),
  text({ name: 'xml', id: 241, code: -152, prefix: "N'", size: 0, length: 0, searchable: 0, oldType: [0, 0] }),
  type({ name: 'sql_variant', id: 98, code: -150, size: 8000, length: 8000, scale: 0, radix: 10, scales: [0, 0], oldType: [39, 39] }),
  type({ name: 'uniqueidentifier', id: 36, code: -11, size: 36, length: 16, prefix: "'", suffix: "'", oldType: [37, 37] }),
  text({ name: 'ntext', id: 99, code: -10, size: 1073741823, length: 2147483646, searchable: 1, oldType: [35, 35] }),
  text({ name: 'nvarchar', id: 231, code: -9, sizing: 'characters', size: 4000, length: 8000, create: 'max length' }),
  text({ name: 'nchar', id: 239, code: -8, sizing: 'characters', size: 4000, length: 8000, create: 'length', oldType: [47, 39] }),
  type({ name: 'bit', id: 104, code: -7, size: 1, length: 1, scales: [0, 0], oldType: [50, 50], oldUserType: 16 }),
  integer({ name: 'tinyint', id: 48, code: -6, size: 3, length: 1, unsigned: 1, oldType: [48, 38], oldUserType: 5 }),
  integer({ name: 'bigint', id: 127, code: -5, size: 19, length: 8, oldType: [63, 108] }),
  type({
    name: 'image',
    id: 34,
    code: -4,
    size: 2147483647,
    length: 2147483647,
    prefix: '0x',
    searchable: 0,
    oldType: [34, 34],
    oldUserType: 20,
  }),
  type({
    name: 'varbinary',
    id: 165,
    code: -3,
    sizing: 'bytes',
    size: 8000,
    length: 8000,
    prefix: '0x',
    create: 'max length',
    oldType: [37, 37],
    oldUserType: 4,
  }),
  type({
    name: 'binary',
    id: 173,
    code: -2,
    sizing: 'bytes',
    size: 8000,
    length: 8000,
    prefix: '0x',
    create: 'length',
    oldType: [45, 37],
    oldUserType: 3,
  }),
  type({ name: 'timestamp', id: 189, code: -2, size: 8, length: 8, prefix: '0x', oldType: [45, 37], oldUserType: 80 }),
  text({ name: 'text', id: 35, code: -1, size: 2147483647, length: 2147483647, searchable: 1, oldType: [35, 35], oldUserType: 19 }),
  text({ name: 'char', id: 175, code: 1, sizing: 'bytes', size: 8000, length: 8000, create: 'length', oldType: [47, 39], oldUserType: 1 }),
  integer({
    name: 'numeric',
    id: 108,
    code: 2,
    sizing: 'digits',
    size: 38,
    length: 40,
    create: 'precision,scale',
    scales: [0, 38],
    oldType: [63, 108],
    oldUserType: 10,
  }),
  integer({
    name: 'decimal',
    id: 106,
    code: 3,
    sizing: 'digits',
    size: 38,
    length: 40,
    create: 'precision,scale',
    scales: [0, 38],
    oldType: [55, 106],
    oldUserType: 24,
  }),
  type({
    name: 'money',
    id: 60,
    code: 3,
    size: 19,
    length: 21,
    scale: 4,
    radix: 10,
    prefix: '$',
    unsigned: 0,
    money: 1,
    scales: [4, 4],
    oldType: [60, 110],
    oldUserType: 11,
  }),
  type({
    name: 'smallmoney',
    id: 122,
    code: 3,
    size: 10,
    length: 12,
    scale: 4,
    radix: 10,
    prefix: '$',
    unsigned: 0,
    money: 1,
    scales: [4, 4],
    oldType: [122, 110],
    oldUserType: 21,
  }),
  integer({ name: 'int', id: 56, code: 4, size: 10, length: 4, oldType: [56, 38], oldUserType: 7 }),
  integer({ name: 'smallint', id: 52, code: 5, size: 5, length: 2, oldType: [52, 38], oldUserType: 6 }),
  type({
    name: 'float',
    id: 62,
    code: 6,
    size: 53,
    size2: 15,
    length: 8,
    radix: 2,
    radix2: 10,
    unsigned: 0,
    oldType: [62, 109],
    oldUserType: 8,
  }),
  type({
    name: 'real',
    id: 59,
    code: 7,
    size: 24,
    size2: 7,
    length: 4,
    radix: 2,
    radix2: 10,
    unsigned: 0,
    oldType: [59, 109],
    oldUserType: 23,
  }),
  text({ name: 'varchar', id: 167, code: 12, sizing: 'bytes', size: 8000, length: 8000, create: 'max length', oldUserType: 2 }),
  moment({ name: 'date', id: 40, code: 91, code2: 9, subcode: 1, sizing: 'fixed', size: 10, length: 6, scale: 0, scales: [null, 0] }),
  moment({ name: 'datetime2', id: 42, code: 93, code2: 11, size: 27, length: 16, create: 'scale' }),
  moment({ name: 'datetime', id: 61, code: 93, code2: 11, size: 23, length: 16, scales: [3, 3], oldType: [61, 111], oldUserType: 12 }),
  moment({ name: 'smalldatetime', id: 58, code: 93, code2: 11, size: 16, length: 16, scales: [0, 0], oldType: [58, 111], oldUserType: 22 }),
];

const STRUCTURE_TYPES: readonly OdbcType[] = Object.entries(STRUCTURES).map(([name, id]) =>
  type({ name, id, code: -151, sizing: 'bytes', size: 0, length: 0, oldType: [23, 23] }),
);

/** What a driver older than SQL Server 2008 sees instead. */
export function legacyType(odbc: OdbcType): OdbcType {
  const asText = { code: -9, code2: -9, verboseCode: -9, subcode: null, scale: null, scales: [null, null] as const };
  if (['date', 'time', 'datetime2', 'datetimeoffset'].includes(odbc.name)) return { ...odbc, ...asText, length: odbc.size * 2 };
  if (odbc.name === 'xml')
    return { ...odbc, code: -10, code2: -10, verboseCode: -10, size: 1073741823, size2: 1073741823, length: 2147483646 };
  return odbc;
}

/** `d(type_id, …)`: one row a system type, for the version of ODBC in `@ODBCVer`. */
export function columnTypes({ legacy }: { readonly legacy: boolean }): string {
  const types = [...ODBC_TYPES, ...STRUCTURE_TYPES].map((odbc) => (legacy ? legacyType(odbc) : odbc));
  const rows = types.map((t) => [
    t.id,
    t.name,
    t.code,
    t.code2,
    t.verboseCode,
    t.subcode,
    t.sizing,
    t.size,
    t.size2,
    t.length,
    t.scale,
    t.radix,
    t.radix2,
    ...t.oldType,
  ]);
  return `(VALUES
    ${valueRows(rows)}
  ) AS d(type_id, type_name, code3, code2, verbose_code, subcode, sizing, size3, size2, length, scale, radix3, radix2, old_type, old_type_null)`;
}

/** The rows of sp_datatype_info: types, the integers once more as identity, and sysname. */
export function typeInfoRows({ legacy }: { readonly legacy: boolean }): string {
  const types = legacy ? ODBC_TYPES.map(legacyType) : ODBC_TYPES;
  const nvarchar = types.find(({ name }) => name === 'nvarchar');
  const rows = types.flatMap((t) => (t.identity ? [infoRow(t), identityRow(t)] : [infoRow(t)]));
  if (nvarchar !== undefined) rows.push(sysnameRow(nvarchar));
  return valueRows(rows);
}

type Cells = readonly (string | number | null)[];

function infoRow(
  t: OdbcType,
  change: { readonly name?: string; readonly create?: string | null; readonly nullable?: number; readonly increment?: number } = {},
): Cells {
  const {
    name = t.name,
    create = t.create,
    nullable = t.name === 'timestamp' ? 0 : 1,
    increment = t.unsigned === null ? null : 0,
  } = change;
  return [
    name,
    t.code,
    t.code2,
    t.size,
    t.size2,
    t.prefix,
    t.suffix,
    create,
    nullable,
    t.caseSensitive,
    t.searchable,
    t.unsigned,
    t.money,
    increment,
    ...t.scales,
    t.verboseCode,
    t.subcode,
    t.radix,
    t.radix2,
    t.oldUserType,
  ];
}

function identityRow(t: OdbcType): Cells {
  const name = t.sizing === 'digits' ? `${t.name}() identity` : `${t.name} identity`;
  const identity = t.sizing === 'digits' ? { ...t, scales: [0, 0] as const } : t;
  return infoRow(identity, { name, create: t.sizing === 'digits' ? 'precision' : null, nullable: 0, increment: 1 });
}

const sysnameRow = (nvarchar: OdbcType): Cells =>
  infoRow({ ...nvarchar, size: 128, size2: 128, oldUserType: 18 }, { name: 'sysname', create: null, nullable: 0 });
