/**
 * TYPE_INFO of [MS-TDS] 2.2.5.6 as data, and the JavaScript form of each type's values. Types carry the names of
 * T-SQL and its lengths: characters for nchar and nvarchar, bytes for char, varchar and binary, and MAX for the
 * (max) types. Values are exact: scaled integers for decimal and money, ticks for dates; NULL is `null`.
 */
import type { Collation } from '../collation/collation.ts';

/** The length of varchar(max), nvarchar(max) and varbinary(max). */
export const MAX = -1;

/** A type as it is described on the wire. */
export type TypeInfo =
  | Plain<'null' | 'bit' | 'tinyint' | 'smallint' | 'int' | 'bigint' | 'real' | 'float' | 'money' | 'smallmoney'>
  | Plain<'date' | 'datetime' | 'smalldatetime' | 'uniqueidentifier' | 'rowversion' | 'image' | 'json' | 'sql_variant'>
  | Exact<'decimal' | 'numeric'>
  | Scaled<'time' | 'datetime2' | 'datetimeoffset'>
  | Textual<'char' | 'varchar' | 'nchar' | 'nvarchar'>
  | Binary<'binary' | 'varbinary'>
  | Collated<'text' | 'ntext'>
  | { readonly name: 'xml'; readonly schema: XmlSchema | null }
  | { readonly name: 'udt'; readonly length: number; readonly udt: UdtName }
  | { readonly name: 'table'; readonly schema: string; readonly typeName: string };

export type TypeName = TypeInfo['name'];
/** The TYPE_INFO of one type. */
export type TypeOf<N extends TypeName> = Extract<TypeInfo, { readonly name: N }>;

/** The JavaScript form of each type's values, other than NULL. */
export interface Values {
  readonly null: never;
  /** 0 or 1. */
  readonly bit: number;
  readonly tinyint: number;
  readonly smallint: number;
  readonly int: number;
  readonly bigint: bigint;
  /** The number without its decimal point: 12.50 with scale 2 is 1250n. */
  readonly decimal: bigint;
  readonly numeric: bigint;
  /** Ten-thousandths. */
  readonly money: bigint;
  readonly smallmoney: bigint;
  readonly real: number;
  readonly float: number;
  /** Days since 0001-01-01. */
  readonly date: number;
  /** 100 ns ticks since midnight, whatever the scale. */
  readonly time: number;
  /** 1/300 s since 1900-01-01: days times 25,920,000 and the ticks of the day. */
  readonly datetime: number;
  /** Minutes since 1900-01-01. */
  readonly smalldatetime: number;
  /** 100 ns ticks since 0001-01-01, whatever the scale. */
  readonly datetime2: bigint;
  readonly datetimeoffset: DateTimeOffset;
  readonly char: string;
  readonly varchar: string;
  readonly nchar: string;
  readonly nvarchar: string;
  readonly text: string;
  readonly ntext: string;
  readonly xml: string;
  readonly json: string;
  readonly binary: Uint8Array;
  readonly varbinary: Uint8Array;
  readonly rowversion: Uint8Array;
  readonly image: Uint8Array;
  readonly udt: Uint8Array;
  /** Canonical form in capitals: 6F9619FF-8B86-D011-B42D-00C04FC964FF. */
  readonly uniqueidentifier: string;
  readonly sql_variant: Variant;
  readonly table: TableValue;
}

/** Any value on the wire. */
export type Value = null | Values[TypeName];

/** An instant and the offset that it is shown in. */
export interface DateTimeOffset {
  /** 100 ns ticks since 0001-01-01 in UTC. */
  readonly utc: bigint;
  /** Minutes ahead of UTC, from -840 to 840. */
  readonly offset: number;
}

/** A sql_variant other than NULL: a value with its own type. */
export interface Variant {
  readonly type: TypeInfo;
  readonly value: Values[TypeName];
}

/** The contents of a table-valued parameter. [MS-TDS] 2.2.5.5.5 */
export interface TableValue {
  readonly columns: readonly TableColumn[];
  /** Declared order or uniqueness of columns, most significant first. */
  readonly orderUnique: readonly TableOrder[];
  /** Column ordinals (from 1) in the order in which the client sends them; empty when that is the declared one. */
  readonly columnOrdering: readonly number[];
  readonly rows: readonly (readonly Value[])[];
}

/** A column of a table-valued parameter. A `default` column is absent from the rows: its values are null there. */
export interface TableColumn {
  readonly name: string;
  readonly type: TypeInfo;
  readonly userType: number;
  readonly flags: number;
}

/** TVP_ORDER_UNIQUE: a column ordinal (from 1) and its flags, 1 ascending, 2 descending, 4 unique. */
export interface TableOrder {
  readonly column: number;
  readonly flags: number;
}

/** The schema collection of a typed xml. */
export interface XmlSchema {
  readonly database: string;
  readonly owningSchema: string;
  readonly collection: string;
}

/** The name of a CLR type. [MS-TDS] 2.2.5.5.2 */
export interface UdtName {
  readonly database: string;
  readonly schema: string;
  readonly typeName: string;
  /** Empty in parameters, which do not carry it. */
  readonly assembly: string;
}

type Plain<N extends string> = N extends string ? { readonly name: N } : never;
type Exact<N extends string> = N extends string ? { readonly name: N; readonly precision: number; readonly scale: number } : never;
type Scaled<N extends string> = N extends string ? { readonly name: N; readonly scale: number } : never;
type Textual<N extends string> = N extends string ? { readonly name: N; readonly length: number; readonly collation: Collation } : never;
type Binary<N extends string> = N extends string ? { readonly name: N; readonly length: number } : never;
type Collated<N extends string> = N extends string ? { readonly name: N; readonly collation: Collation } : never;
