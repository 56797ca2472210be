/**
 * A table of the sample database as a value: its name, its columns with their T-SQL types, and its rows in the order in which foreign keys
 * allow them to be inserted. `table` turns records of the generator into such a value; `insertBatches` prints one as T-SQL.
 */

/** A value as JavaScript holds it: decimals, money and dates are texts, since they must stay exact. */
export type Cell = string | number | boolean | null;

export type Row = readonly Cell[];

/** The T-SQL types that the columns have, without length and precision. */
export type ColumnType =
  | 'bigint'
  | 'bit'
  | 'char'
  | 'date'
  | 'datetime2'
  | 'decimal'
  | 'float'
  | 'int'
  | 'money'
  | 'nvarchar'
  | 'smallint'
  | 'time'
  | 'tinyint'
  | 'uniqueidentifier'
  | 'varchar';

export interface Table {
  /** schema.name */
  readonly table: string;
  readonly columns: readonly string[];
  readonly types: readonly ColumnType[];
  /** True when one of the columns is an identity, so that inserts need IDENTITY_INSERT. */
  readonly identity: boolean;
  readonly rows: readonly Row[];
}

/** A column and how a record fills it. */
export type Column<T> = readonly [name: string, type: ColumnType, value: (record: T) => Cell];

export function table<T>(name: string, identity: 'identity' | 'plain', columns: readonly Column<T>[], records: readonly T[]): Table {
  return {
    table: name,
    columns: columns.map(([column]) => column),
    types: columns.map(([, type]) => type),
    identity: identity === 'identity',
    rows: records.map((record) => columns.map(([, , value]) => value(record))),
  };
}

/** The most rows that a VALUES list of an INSERT may have. */
const MAX_ROWS = 1000;

/** The rows of a table as INSERT batches of T-SQL, each complete in itself. */
export function* insertBatches(source: Table, rowsPerBatch: number = MAX_ROWS): Generator<string> {
  const head = `INSERT INTO ${source.table} (${source.columns.join(', ')})\nVALUES\n`;
  const before = source.identity ? `SET IDENTITY_INSERT ${source.table} ON;\n` : '';
  const after = source.identity ? `\nSET IDENTITY_INSERT ${source.table} OFF;` : '';
  for (let start = 0; start < source.rows.length; start += rowsPerBatch) {
    const rows = source.rows.slice(start, start + rowsPerBatch);
    yield `${before}${head}${rows.map((row) => rowText(row, source.types)).join(',\n')};${after}\n`;
  }
}

const rowText = (row: Row, types: readonly ColumnType[]): string =>
  `(${row.map((cell, i) => (cell === null ? 'NULL' : LITERALS[types[i]!](cell))).join(', ')})`;

type Literal = (cell: Exclude<Cell, null>) => string;

const bare: Literal = (cell) => String(cell);
const quoted: Literal = (cell) => `'${String(cell).replaceAll("'", "''")}'`;
const national: Literal = (cell) => `N${quoted(cell)}`;

/** How a value of each type is written as a T-SQL literal. */
const LITERALS: Readonly<Record<ColumnType, Literal>> = {
  bigint: bare,
  bit: (cell) => (cell ? '1' : '0'),
  char: quoted,
  date: quoted,
  datetime2: quoted,
  decimal: bare,
  // An exponent makes the literal a float rather than a decimal.
  float: (cell) => Number(cell).toExponential(),
  int: bare,
  money: bare,
  nvarchar: national,
  smallint: bare,
  time: quoted,
  tinyint: bare,
  uniqueidentifier: quoted,
  varchar: quoted,
};
