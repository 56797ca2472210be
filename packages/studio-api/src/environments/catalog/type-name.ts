/** How a type of `sys.types` is written in T-SQL: with its length or digits, or as schema.name when users defined it. */

export interface CatalogTypeRow {
  readonly schema: string;
  readonly name: string;
  readonly userDefined: boolean;
  /** In bytes; -1 is max. */
  readonly maxLength: number;
  readonly precision: number;
  readonly scale: number;
}

export function typeName(row: CatalogTypeRow): string {
  if (row.userDefined) return `${row.schema}.${row.name}`;
  const suffix = SUFFIXES[row.name];
  return suffix === undefined ? row.name : `${row.name}${suffix(row)}`;
}

type Suffix = (row: CatalogTypeRow) => string;

const length: Suffix = ({ maxLength }) => (maxLength < 0 ? '(max)' : `(${maxLength})`);
/** Two bytes a character. */
const doubleLength: Suffix = ({ maxLength }) => (maxLength < 0 ? '(max)' : `(${maxLength / 2})`);
const digits: Suffix = ({ precision, scale }) => `(${precision}, ${scale})`;
const fraction: Suffix = ({ scale }) => `(${scale})`;

const SUFFIXES: Readonly<Record<string, Suffix>> = {
  char: length,
  varchar: length,
  binary: length,
  varbinary: length,
  nchar: doubleLength,
  nvarchar: doubleLength,
  decimal: digits,
  numeric: digits,
  time: fraction,
  datetime2: fraction,
  datetimeoffset: fraction,
};
