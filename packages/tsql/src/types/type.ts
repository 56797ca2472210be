/**
 * T-SQL data types as plain values. Every layer names types with this one shape: the binder computes with them, the functions declare them,
 * the backends choose a physical form for them and the wire encodes them. Nullability is not part of a type: it belongs to a column or an expression.
 * Source: Microsoft's "Data types (Transact-SQL)" and "Data type precedence".
 */

/** The system types, by their T-SQL names (`sysname` and `numeric` are aliases and never appear here, except that `numeric` keeps its name for metadata). */
export type TypeName =
  | 'bit'
  | 'tinyint'
  | 'smallint'
  | 'int'
  | 'bigint'
  | 'decimal'
  | 'numeric'
  | 'money'
  | 'smallmoney'
  | 'float'
  | 'real'
  | 'date'
  | 'time'
  | 'datetime'
  | 'smalldatetime'
  | 'datetime2'
  | 'datetimeoffset'
  | 'char'
  | 'varchar'
  | 'nchar'
  | 'nvarchar'
  | 'text'
  | 'ntext'
  | 'binary'
  | 'varbinary'
  | 'image'
  | 'rowversion'
  | 'uniqueidentifier'
  | 'xml'
  | 'sql_variant'
  | 'hierarchyid'
  | 'geometry'
  | 'geography'
  | 'cursor'
  | 'table';

/** What a type behaves like; most rules are stated by family. */
export type TypeFamily =
  | 'integer'
  | 'decimal'
  | 'money'
  | 'float'
  | 'datetime'
  | 'string'
  | 'binary'
  | 'guid'
  | 'xml'
  | 'variant'
  | 'clr'
  | 'other';

export interface Type {
  readonly name: TypeName;
  /** Declared length: characters (byte pairs) of nchar/nvarchar, bytes of char/varchar/binary/varbinary; -1 for MAX; 0 where it has no meaning. */
  readonly length: number;
  /** Decimal digits of decimal/numeric, binary digits of float (24 or 53); 0 where it has no meaning. */
  readonly precision: number;
  /** Digits after the point of decimal/numeric, fractional second digits of time/datetime2/datetimeoffset; 0 where it has no meaning. */
  readonly scale: number;
  /** Collation name of a character type; undefined takes the database's default. */
  readonly collation?: string;
  /** The alias or table type (`schema.name`) through which the type was named. */
  readonly alias?: string;
  /** Of xml: the schema collection that its instances follow. */
  readonly xmlSchema?: XmlSchemaBinding;
}

/** Which schema collection an xml type is bound to, by the ids of its database and its own. */
export interface XmlSchemaBinding {
  readonly database: number;
  readonly collection: number;
  /** `xml(DOCUMENT …)`: exactly one element at the top. */
  readonly document: boolean;
}

/** `length` of varchar(max), nvarchar(max) and varbinary(max). */
export const MAX = -1;

const FAMILY: Readonly<Record<TypeName, TypeFamily>> = {
  bit: 'integer',
  tinyint: 'integer',
  smallint: 'integer',
  int: 'integer',
  bigint: 'integer',
  decimal: 'decimal',
  numeric: 'decimal',
  money: 'money',
  smallmoney: 'money',
  float: 'float',
  real: 'float',
  date: 'datetime',
  time: 'datetime',
  datetime: 'datetime',
  smalldatetime: 'datetime',
  datetime2: 'datetime',
  datetimeoffset: 'datetime',
  char: 'string',
  varchar: 'string',
  nchar: 'string',
  nvarchar: 'string',
  text: 'string',
  ntext: 'string',
  binary: 'binary',
  varbinary: 'binary',
  image: 'binary',
  rowversion: 'binary',
  uniqueidentifier: 'guid',
  xml: 'xml',
  sql_variant: 'variant',
  hierarchyid: 'clr',
  geometry: 'clr',
  geography: 'clr',
  cursor: 'other',
  table: 'other',
};

/** Data type precedence, highest first: an operator converts its lower operand to the higher type. */
const PRECEDENCE: readonly TypeName[] = [
  'hierarchyid',
  'geometry',
  'geography',
  'sql_variant',
  'xml',
  'datetimeoffset',
  'datetime2',
  'datetime',
  'smalldatetime',
  'date',
  'time',
  'float',
  'real',
  'decimal',
  'numeric',
  'money',
  'smallmoney',
  'bigint',
  'int',
  'smallint',
  'tinyint',
  'bit',
  'ntext',
  'text',
  'image',
  'rowversion',
  'uniqueidentifier',
  'nvarchar',
  'nchar',
  'varchar',
  'char',
  'varbinary',
  'binary',
];

export function familyOf(type: Type): TypeFamily {
  return FAMILY[type.name];
}

/** Rank in the precedence list: the smaller number wins. */
export function precedenceOf(type: Type): number {
  const rank = PRECEDENCE.indexOf(type.name);
  return rank < 0 ? PRECEDENCE.length : rank;
}

const simple = (name: TypeName): Type => ({ name, length: 0, precision: 0, scale: 0 });

export const BIT = simple('bit');
export const TINYINT = simple('tinyint');
export const SMALLINT = simple('smallint');
export const INT = simple('int');
export const BIGINT = simple('bigint');
export const MONEY = simple('money');
export const SMALLMONEY = simple('smallmoney');
export const FLOAT: Type = { name: 'float', length: 0, precision: 53, scale: 0 };
export const REAL: Type = { name: 'real', length: 0, precision: 24, scale: 0 };
export const DATE = simple('date');
export const DATETIME = simple('datetime');
export const SMALLDATETIME = simple('smalldatetime');
export const TEXT = simple('text');
export const NTEXT = simple('ntext');
export const IMAGE = simple('image');
export const ROWVERSION: Type = { name: 'rowversion', length: 8, precision: 0, scale: 0 };
export const UNIQUEIDENTIFIER = simple('uniqueidentifier');
export const XML = simple('xml');
export const SQL_VARIANT = simple('sql_variant');
export const HIERARCHYID = simple('hierarchyid');
export const GEOMETRY = simple('geometry');
export const GEOGRAPHY = simple('geography');
export const CURSOR = simple('cursor');
export const TABLE = simple('table');

export const decimal = (precision: number, scale: number): Type => ({ name: 'decimal', length: 0, precision, scale });
export const numeric = (precision: number, scale: number): Type => ({ name: 'numeric', length: 0, precision, scale });
export const time = (scale = 7): Type => ({ name: 'time', length: 0, precision: 0, scale });
export const datetime2 = (scale = 7): Type => ({ name: 'datetime2', length: 0, precision: 0, scale });
export const datetimeoffset = (scale = 7): Type => ({ name: 'datetimeoffset', length: 0, precision: 0, scale });
export const char = (length: number, collation?: string): Type => sized('char', length, collation);
export const varchar = (length: number, collation?: string): Type => sized('varchar', length, collation);
export const nchar = (length: number, collation?: string): Type => sized('nchar', length, collation);
export const nvarchar = (length: number, collation?: string): Type => sized('nvarchar', length, collation);
export const binary = (length: number): Type => sized('binary', length);
export const varbinary = (length: number): Type => sized('varbinary', length);
/** sysname: nvarchar(128). */
export const SYSNAME: Type = { ...nvarchar(128), alias: 'sysname' };

function sized(name: TypeName, length: number, collation?: string): Type {
  return collation === undefined ? { name, length, precision: 0, scale: 0 } : { name, length, precision: 0, scale: 0, collation };
}

export const isString = (type: Type): boolean => FAMILY[type.name] === 'string';
export const isBinary = (type: Type): boolean => FAMILY[type.name] === 'binary';
export const isInteger = (type: Type): boolean => FAMILY[type.name] === 'integer';
export const isDecimal = (type: Type): boolean => FAMILY[type.name] === 'decimal';
export const isMoney = (type: Type): boolean => FAMILY[type.name] === 'money';
export const isFloat = (type: Type): boolean => FAMILY[type.name] === 'float';
export const isDateTime = (type: Type): boolean => FAMILY[type.name] === 'datetime';
/** hierarchyid, geometry, geography: types with methods, whose values are bytes. */
export const isClr = (type: Type): boolean => FAMILY[type.name] === 'clr';
/** geometry, geography: CLR types without an order or even an equality. */
export const isSpatial = (type: Type): boolean => type.name === 'geometry' || type.name === 'geography';
export const isNumeric = (type: Type): boolean => isInteger(type) || isDecimal(type) || isMoney(type) || isFloat(type);
/** nchar, nvarchar, ntext (and xml): two bytes a character. */
export const isUnicode = (type: Type): boolean =>
  type.name === 'nchar' || type.name === 'nvarchar' || type.name === 'ntext' || type.name === 'xml';
/** char, nchar, binary: values are padded to the declared length. */
export const isFixedLength = (type: Type): boolean => type.name === 'char' || type.name === 'nchar' || type.name === 'binary';
/** text, ntext, image and the MAX types. */
export const isLarge = (type: Type): boolean =>
  type.length === MAX || type.name === 'text' || type.name === 'ntext' || type.name === 'image' || type.name === 'xml';

/** The T-SQL spelling: `decimal(10,2)`, `nvarchar(max)`, `datetime2(7)`. */
export function typeToString(type: Type): string {
  switch (type.name) {
    case 'decimal':
    case 'numeric':
      return `${type.name}(${type.precision},${type.scale})`;
    case 'char':
    case 'varchar':
    case 'nchar':
    case 'nvarchar':
    case 'binary':
    case 'varbinary':
      return `${type.name}(${type.length === MAX ? 'max' : type.length})`;
    case 'time':
    case 'datetime2':
    case 'datetimeoffset':
      return `${type.name}(${type.scale})`;
    case 'rowversion':
      return 'timestamp';
    default:
      return type.name;
  }
}

/** Same type for every purpose of evaluation (the alias does not count). */
export function sameType(a: Type, b: Type): boolean {
  const isSame = a.name === b.name && a.length === b.length && a.precision === b.precision && a.scale === b.scale;
  return isSame && a.collation === b.collation && sameXmlSchema(a.xmlSchema, b.xmlSchema);
}

/** The same collection, and as strict about documents. */
export function sameXmlSchema(a: XmlSchemaBinding | undefined, b: XmlSchemaBinding | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.database === b.database && a.collection === b.collection && a.document === b.document;
}
