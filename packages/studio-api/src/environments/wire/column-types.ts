/** The T-SQL type of a result column, printed from what the wire says about it. */
import type { WireMetadata } from './exact-values.ts';

const MAX = 65_535;

/** A column as the first bytes of a result set describe it. */
export interface ResultColumn {
  readonly name: string;
  /** As printed in T-SQL: `nvarchar(40)`, `decimal(19, 4)`. */
  readonly type: string;
  readonly nullable: boolean;
}

interface ColumnMetadata extends WireMetadata {
  readonly colName: string;
  readonly flags: number;
  readonly udtInfo?: { readonly owningSchema?: string; readonly typeName?: string } | undefined;
}

export function resultColumn(metadata: ColumnMetadata): ResultColumn {
  return { name: metadata.colName, type: typeText(metadata), nullable: (metadata.flags & 1) !== 0 };
}

/** `nvarchar(40)`; the name of a CLR type for one. */
export function typeText(metadata: WireMetadata & { readonly udtInfo?: ColumnMetadata['udtInfo'] }): string {
  if (metadata.udtInfo?.typeName !== undefined) return metadata.udtInfo.typeName;
  const print = TYPES[metadata.type.name];
  return print === undefined ? metadata.type.name.toLowerCase() : print(metadata);
}

type Print = (metadata: WireMetadata) => string;

const sized =
  (name: string, unit = 1): Print =>
  ({ dataLength }) =>
    dataLength === undefined || dataLength === MAX ? `${name}(max)` : `${name}(${dataLength / unit})`;
const scaled =
  (name: string): Print =>
  ({ scale }) =>
    `${name}(${scale ?? 7})`;
const numeric =
  (name: string): Print =>
  ({ precision, scale }) =>
    `${name}(${precision ?? 18}, ${scale ?? 0})`;
/** The nullable forms carry several types of different lengths. */
const byLength =
  (names: Readonly<Record<number, string>>): Print =>
  ({ dataLength }) =>
    names[dataLength ?? 0] ?? 'unknown';

const TYPES: Readonly<Record<string, Print>> = {
  IntN: byLength({ 1: 'tinyint', 2: 'smallint', 4: 'int', 8: 'bigint' }),
  FloatN: byLength({ 4: 'real', 8: 'float' }),
  MoneyN: byLength({ 4: 'smallmoney', 8: 'money' }),
  DateTimeN: byLength({ 4: 'smalldatetime', 8: 'datetime' }),
  BitN: () => 'bit',
  DecimalN: numeric('decimal'),
  NumericN: numeric('numeric'),
  Char: sized('char'),
  VarChar: sized('varchar'),
  NChar: sized('nchar', 2),
  NVarChar: sized('nvarchar', 2),
  Binary: sized('binary'),
  VarBinary: sized('varbinary'),
  Time: scaled('time'),
  DateTime2: scaled('datetime2'),
  DateTimeOffset: scaled('datetimeoffset'),
  Variant: () => 'sql_variant',
};
