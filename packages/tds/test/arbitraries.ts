/**
 * Random types, values, columns, tokens and messages for the property tests. Every generated value is one that its
 * type can hold, so a round trip must return exactly it.
 */
import {
  type Collation,
  CollationFlag,
  type Column,
  ColumnFlag,
  CurCmd,
  column,
  DEFAULT_COLLATION,
  DoneStatus,
  type EnvChange,
  MAX,
  type PlainToken,
  TABLE_COLUMN_DEFAULT,
  type TableValue,
  type TypeInfo,
  type TypeName,
  type Value,
} from '@sprocket/tds';
import fc from 'fast-check';

/** A type together with one of its values, which may be NULL. */
export interface TypedValue {
  readonly type: TypeInfo;
  readonly value: Value;
}

const utf8: Collation = { lcid: 0x0409, flags: CollationFlag.IGNORE_CASE | CollationFlag.UTF8, version: 2, sortId: 0 };
const cyrillic: Collation = { lcid: 0x0419, flags: 0x0d, version: 0, sortId: 0 };
const japanese: Collation = { lcid: 0x0411, flags: 0x0d, version: 2, sortId: 0 };

const int = (min: number, max: number) => fc.integer({ min, max });
const big = (min: bigint, max: bigint) => fc.bigInt({ min, max });
const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
const unicode = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength }).map((text) => text.slice(0, maxLength).toWellFormed());
const letters = (alphabet: string, maxLength: number) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength });
const scale = int(0, 7);

const TICKS_PER_DAY = 864_000_000_000;
const ticksOfScale = (digits: number) => int(0, TICKS_PER_DAY / 10 ** (7 - digits) - 1).map((units) => units * 10 ** (7 - digits));
const datetime2OfScale = (digits: number) =>
  fc.tuple(int(0, 3_652_058), ticksOfScale(digits)).map(([days, ticks]) => BigInt(days) * BigInt(TICKS_PER_DAY) + BigInt(ticks));

function plain(name: TypeName, value: fc.Arbitrary<Value>): fc.Arbitrary<TypedValue> {
  return value.map((v) => ({ type: { name } as TypeInfo, value: v }));
}

function scaled(name: 'time' | 'datetime2' | 'datetimeoffset', value: (digits: number) => fc.Arbitrary<Value>): fc.Arbitrary<TypedValue> {
  return scale.chain((digits) => value(digits).map((v) => ({ type: { name, scale: digits }, value: v })));
}

function exact(name: 'decimal' | 'numeric'): fc.Arbitrary<TypedValue> {
  return int(1, 38).chain((precision) => {
    const limit = 10n ** BigInt(precision) - 1n;
    return fc.tuple(int(0, precision), big(-limit, limit)).map(([s, value]) => ({ type: { name, precision, scale: s }, value }));
  });
}

function character(name: 'char' | 'varchar'): fc.Arbitrary<TypedValue> {
  const texts: readonly [Collation, fc.Arbitrary<string>][] = [
    [DEFAULT_COLLATION, letters('abc XYZ09\0€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸéüß', 60)],
    [cyrillic, letters('Привет, мир Ђ№', 60)],
    [japanese, letters('日本語カタカナｱｲｳ abc', 60)],
    [utf8, unicode(60)],
  ];
  return fc
    .constantFrom(...texts)
    .chain(([collation, text]) => text.map((value): TypedValue => ({ type: { name, length: 8000, collation }, value })));
}

function max(name: 'varchar' | 'nvarchar'): fc.Arbitrary<TypedValue> {
  return fc
    .tuple(letters('abcdefg ', 200), int(1, 20))
    .map(([text, times]) => ({ type: { name, length: MAX, collation: DEFAULT_COLLATION }, value: text.repeat(times) }));
}

const guid = fc.uuid().map((text) => text.toUpperCase());
const doubles = fc.double({ noNaN: true });

const xmlSchema = fc.option(fc.record({ database: unicode(10), owningSchema: unicode(10), collection: unicode(10) }));

/** A value of each type, by type; sql_variant and table are below. */
export const SCALARS: { readonly [N in Exclude<TypeName, 'null' | 'sql_variant' | 'table'>]: fc.Arbitrary<TypedValue> } = {
  bit: plain('bit', int(0, 1)),
  tinyint: plain('tinyint', int(0, 255)),
  smallint: plain('smallint', int(-32_768, 32_767)),
  int: plain('int', int(-2_147_483_648, 2_147_483_647)),
  bigint: plain('bigint', big(-(2n ** 63n), 2n ** 63n - 1n)),
  decimal: exact('decimal'),
  numeric: exact('numeric'),
  money: plain('money', big(-(2n ** 63n), 2n ** 63n - 1n)),
  smallmoney: plain('smallmoney', big(-(2n ** 31n), 2n ** 31n - 1n)),
  real: plain('real', doubles.map(Math.fround)),
  float: plain('float', doubles),
  date: plain('date', int(0, 3_652_058)),
  time: scaled('time', ticksOfScale),
  datetime: plain('datetime', int(-53_690 * 25_920_000, 2_958_464 * 25_920_000 - 1)),
  smalldatetime: plain('smalldatetime', int(0, 65_536 * 1440 - 1)),
  datetime2: scaled('datetime2', datetime2OfScale),
  datetimeoffset: scaled('datetimeoffset', (digits) => fc.record({ utc: datetime2OfScale(digits), offset: int(-840, 840) })),
  char: character('char'),
  varchar: fc.oneof(character('varchar'), max('varchar')),
  nchar: unicode(60).map((value) => ({ type: { name: 'nchar', length: 60, collation: cyrillic }, value })),
  nvarchar: fc.oneof(
    unicode(60).map((value): TypedValue => ({ type: { name: 'nvarchar', length: 4000, collation: DEFAULT_COLLATION }, value })),
    max('nvarchar'),
  ),
  text: letters('text áé', 300).map((value) => ({ type: { name: 'text', collation: DEFAULT_COLLATION }, value })),
  ntext: unicode(300).map((value) => ({ type: { name: 'ntext', collation: DEFAULT_COLLATION }, value })),
  xml: fc.tuple(xmlSchema, unicode(100)).map(([schema, text]) => ({ type: { name: 'xml', schema }, value: `<a>${text}</a>` })),
  json: plain('json', unicode(100)),
  binary: bytes(100).map((value) => ({ type: { name: 'binary', length: 100 }, value })),
  varbinary: fc.tuple(bytes(100), fc.constantFrom(100, MAX)).map(([value, length]) => ({ type: { name: 'varbinary', length }, value })),
  rowversion: plain('rowversion', fc.uint8Array({ minLength: 8, maxLength: 8 })),
  image: plain('image', bytes(300)),
  udt: bytes(100).map((value) => ({
    type: { name: 'udt', length: MAX, udt: { database: 'db', schema: 'sys', typeName: 'hierarchyid', assembly: '' } },
    value,
  })),
  uniqueidentifier: plain('uniqueidentifier', guid),
};

const NOT_IN_VARIANT: ReadonlySet<string> = new Set(['text', 'ntext', 'image', 'xml', 'json', 'udt', 'rowversion']);

/** A sql_variant with a value of any type that it can hold. */
export const variant: fc.Arbitrary<TypedValue> = fc
  .oneof(...Object.values(SCALARS))
  .filter(({ type }) => !NOT_IN_VARIANT.has(type.name) && !('length' in type && type.length === MAX))
  .map((inner) => ({ type: { name: 'sql_variant' }, value: inner as Value }));

/** Any type that a column can have, with a value or NULL. */
export const typedValue: fc.Arbitrary<TypedValue> = fc
  .tuple(fc.oneof(...Object.values(SCALARS), variant), fc.boolean())
  .map(([typed, isNull]) => (isNull ? { ...typed, value: null } : typed));

const name = unicode(20);
const COLUMN_FLAGS = [ColumnFlag.NULLABLE, ColumnFlag.IDENTITY | ColumnFlag.KEY, ColumnFlag.COMPUTED | ColumnFlag.CASE_SENSITIVE];

/** Columns and some rows for them. */
export const result: fc.Arbitrary<{ columns: readonly Column[]; rows: readonly (readonly Value[])[] }> = fc
  .array(fc.tuple(name, typedValue, fc.constantFrom(...COLUMN_FLAGS)), { minLength: 1, maxLength: 12 })
  .map((list) => {
    const columns = list.map(([columnName, { type }, flags]) => column(columnName, type, flags, tableOf(type)));
    const row = list.map(([, { value }]) => value);
    return { columns, rows: [row, row.map(() => null), row] };
  });

function tableOf(type: TypeInfo): readonly string[] {
  return ['text', 'ntext', 'image'].includes(type.name) ? ['dbo', 'Notes'] : [];
}

/** A table-valued parameter. */
export const table: fc.Arbitrary<TableValue> = fc
  .array(fc.tuple(fc.oneof(SCALARS.int, SCALARS.decimal, SCALARS.nvarchar, SCALARS.datetime2), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => {
    const columns = list.map(([{ type }, omitted]) => ({ name: '', type, userType: 0, flags: omitted ? TABLE_COLUMN_DEFAULT : 0 }));
    const row = list.map(([{ value }, omitted]) => (omitted ? null : value));
    return { columns, orderUnique: [{ column: 1, flags: 5 }], columnOrdering: list.map((_, i) => list.length - i), rows: [row, row] };
  });

const descriptor = fc.option(big(0n, 2n ** 64n - 1n));
const collation: fc.Arbitrary<Collation> = fc.record({
  lcid: int(0, 0xfffff),
  flags: int(0, 255),
  version: int(0, 15),
  sortId: int(0, 255),
});

const envChange: fc.Arbitrary<EnvChange> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'database',
        'language',
        'characterSet',
        'packetSize',
        'unicodeLocale',
        'unicodeComparison',
        'mirroringPartner',
        'userInstance',
      ),
      name,
      name,
    )
    .map(([type, newValue, oldValue]): EnvChange => ({ kind: 'ENVCHANGE', type, newValue, oldValue })),
  fc
    .tuple(
      fc.constantFrom(
        'beginTransaction',
        'commitTransaction',
        'rollbackTransaction',
        'enlistTransaction',
        'defectTransaction',
        'transactionEnded',
      ),
      descriptor,
      descriptor,
    )
    .map(([type, newValue, oldValue]): EnvChange => ({ kind: 'ENVCHANGE', type, newValue, oldValue })),
  fc
    .tuple(fc.option(collation), fc.option(collation))
    .map(([newValue, oldValue]): EnvChange => ({ kind: 'ENVCHANGE', type: 'collation', newValue, oldValue })),
  fc
    .tuple(fc.constantFrom('promoteTransaction', 'transactionManagerAddress'), bytes(50))
    .map(([type, newValue]): EnvChange => ({ kind: 'ENVCHANGE', type, newValue })),
  fc.constant<EnvChange>({ kind: 'ENVCHANGE', type: 'resetConnection' }),
  fc.tuple(int(0, 65_535), name).map(([port, server]): EnvChange => ({ kind: 'ENVCHANGE', type: 'routing', protocol: 0, port, server })),
);

const doneFields = { status: fc.constantFrom(...Object.values(DoneStatus)), curCmd: fc.constantFrom(...Object.values(CurCmd)) };
const feature = fc.record({ id: int(1, 254), data: bytes(20) });

/** Every token that stands on its own, by kind. `rowCount` is the most that the protocol can carry. */
export function plainTokens(rowCount: number): { readonly [K in PlainToken['kind']]: fc.Arbitrary<PlainToken> } {
  const done = (kind: 'DONE' | 'DONEPROC' | 'DONEINPROC') =>
    fc.record({ kind: fc.constant(kind), ...doneFields, rowCount: fc.integer({ min: 0, max: rowCount }) });
  const message = (kind: 'ERROR' | 'INFO') =>
    fc.record({
      kind: fc.constant(kind),
      number: int(-1, 2_147_483_647),
      state: int(0, 255),
      class: int(0, 25),
      message: unicode(200),
      serverName: name,
      procName: name,
      lineNumber: int(0, 65_535),
    });
  return {
    DONE: done('DONE'),
    DONEPROC: done('DONEPROC'),
    DONEINPROC: done('DONEINPROC'),
    ERROR: message('ERROR'),
    INFO: message('INFO'),
    ENVCHANGE: envChange,
    LOGINACK: fc.constant({ kind: 'LOGINACK', tdsVersion: 0x74000004, progName: 'Sprocket', progVersion: [16, 0, 4135] }),
    ORDER: fc.record({ kind: fc.constant('ORDER'), columns: fc.array(int(1, 4096), { maxLength: 10 }) }),
    RETURNSTATUS: fc.record({ kind: fc.constant('RETURNSTATUS'), value: int(-2_147_483_648, 2_147_483_647) }),
    RETURNVALUE: fc.tuple(typedValue, name, fc.constantFrom('parameter', 'function')).map(([{ type, value }, text, origin]) => ({
      kind: 'RETURNVALUE',
      ordinal: 3,
      name: text,
      origin,
      userType: 0,
      flags: 0,
      ...(type.name === 'rowversion' ? { type: { name: 'binary', length: 8 } } : { type }),
      value,
    })),
    COLINFO: fc.record({
      kind: fc.constant('COLINFO'),
      columns: fc.array(
        fc.record({ column: int(1, 255), table: int(0, 255), status: fc.constantFrom(0, 4, 8, 16, 24), baseName: fc.option(name) }),
      ),
    }),
    TABNAME: fc.record({
      kind: fc.constant('TABNAME'),
      tables: fc.array(fc.array(name, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
    }),
    FEATUREEXTACK: fc.record({ kind: fc.constant('FEATUREEXTACK'), features: fc.array(feature) }),
    SESSIONSTATE: fc.record({
      kind: fc.constant('SESSIONSTATE'),
      sequence: int(0, 0x7fffffff),
      recoverable: fc.boolean(),
      states: fc.array(fc.record({ id: int(0, 254), value: fc.oneof(bytes(20), fc.uint8Array({ minLength: 250, maxLength: 300 })) })),
    }),
    SSPI: fc.record({ kind: fc.constant('SSPI'), data: bytes(100) }),
  };
}

/** Cuts bytes into chunks at random places. */
export function chunked(bytesToCut: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytesToCut.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, i) => bytesToCut.slice(from, places[i] ?? bytesToCut.length));
}

/** Where to cut a message into chunks. */
export const cuts = fc.array(fc.nat(), { maxLength: 20 });
