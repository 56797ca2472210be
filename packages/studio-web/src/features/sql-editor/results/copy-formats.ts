/**
 * Selected values as text for the clipboard: TSV (what a spreadsheet pastes), CSV, JSON and INSERT statements.
 *
 * Values are SQL Server's exact texts and stay exact: numbers are written digit by digit, never through a double. Which type a column has decides
 * quoting, so `007` of an nvarchar column keeps its zeros in JSON and its quotes in INSERT.
 */
import type { Column } from '@sprocket/studio-contract';

export const copyFormats = ['tsv', 'csv', 'json', 'insert'] as const;
export type CopyFormat = (typeof copyFormats)[number];
export const copyLabels: Readonly<Record<CopyFormat, string>> = { tsv: 'TSV', csv: 'CSV', json: 'JSON', insert: 'INSERT' };

export interface Table {
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface CopyOptions {
  readonly headers: boolean;
  /** The target of INSERT, as the user would write it. */
  readonly table: string;
}

export function copyText(format: CopyFormat, table: Table, options: CopyOptions): string {
  return WRITERS[format](table, options);
}

const WRITERS: Readonly<Record<CopyFormat, (table: Table, options: CopyOptions) => string>> = {
  tsv: (table, { headers }) => lines(table, headers, '\t', tsvValue),
  csv: (table, { headers }) => lines(table, headers, ',', csvValue),
  json: (table) => jsonText(table),
  insert: (table, { table: target }) => insertText(table, target),
};

type Family = 'number' | 'bit' | 'binary' | 'date' | 'text';
const FAMILIES: Readonly<Record<string, Family>> = {
  ...families('number', ['tinyint', 'smallint', 'int', 'bigint', 'decimal', 'numeric', 'money', 'smallmoney', 'float', 'real']),
  ...families('binary', ['binary', 'varbinary', 'image', 'rowversion', 'timestamp']),
  ...families('date', ['date', 'time', 'datetime', 'datetime2', 'smalldatetime', 'datetimeoffset', 'uniqueidentifier']),
  bit: 'bit',
};

/** How values of a column's printed type (`decimal(19, 4)`) behave. */
export function familyOf(type: string): Family {
  const base = /^[a-z0-9_]+/i.exec(type)?.[0].toLowerCase() ?? '';
  return FAMILIES[base] ?? 'text';
}

function families(family: Family, names: readonly string[]): Record<string, Family> {
  return Object.fromEntries(names.map((name) => [name, family]));
}

function lines(table: Table, headers: boolean, separator: string, write: (value: string | null) => string): string {
  const head = headers ? [table.columns.map(({ name }) => write(name)).join(separator)] : [];
  return [...head, ...table.rows.map((row) => row.map(write).join(separator))].join('\r\n');
}

/** A spreadsheet reads quotes only around values with tabs, line breaks or quotes. NULL is the word, as SQL Server Management Studio copies it. */
function tsvValue(value: string | null): string {
  if (value === null) return 'NULL';
  return /[\t\r\n"]/.test(value) ? quoted(value) : value;
}

/** RFC 4180. NULL is nothing at all, an empty text is a pair of quotes: the two stay apart. */
function csvValue(value: string | null): string {
  if (value === null) return '';
  return value === '' || /[,\r\n"]/.test(value) || value !== value.trim() ? quoted(value) : value;
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function jsonText({ columns, rows }: Table): string {
  const names = uniqueNames(columns);
  const objects = rows.map((row) => {
    const members = columns.map(({ type }, at) => `${JSON.stringify(names[at])}: ${jsonValue(row[at] ?? null, type)}`);
    return `  { ${members.join(', ')} }`;
  });
  return objects.length === 0 ? '[]' : `[\n${objects.join(',\n')}\n]`;
}

function jsonValue(value: string | null, type: string): string {
  if (value === null) return 'null';
  const family = familyOf(type);
  if (family === 'bit') return value === '1' ? 'true' : 'false';
  return family === 'number' && JSON_NUMBER.test(value) ? value : JSON.stringify(value);
}

/** Columns without a name and names that come twice get numbers, since members of an object need names of their own. */
function uniqueNames(columns: Table['columns']): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map(({ name }, at) => {
    const base = name === '' ? `column${at + 1}` : name;
    const times = seen.get(base) ?? 0;
    seen.set(base, times + 1);
    return times === 0 ? base : `${base}_${times + 1}`;
  });
}

/** At most 1,000 rows in one VALUES: SQL Server's limit (error 10738). */
const ROWS_PER_INSERT = 1000;

function insertText(table: Table, target: string): string {
  const columns = uniqueNames(table.columns)
    .map((name) => `[${name.replaceAll(']', ']]')}]`)
    .join(', ');
  const statements: string[] = [];
  for (let at = 0; at < table.rows.length; at += ROWS_PER_INSERT) {
    const rows = table.rows.slice(at, at + ROWS_PER_INSERT);
    const values = rows.map((row) => `  (${table.columns.map(({ type }, i) => literal(row[i] ?? null, type)).join(', ')})`);
    statements.push(`INSERT INTO ${target} (${columns}) VALUES\n${values.join(',\n')};`);
  }
  return statements.join('\n');
}

function literal(value: string | null, type: string): string {
  if (value === null) return 'NULL';
  const family = familyOf(type);
  if (family === 'number' || family === 'bit' || family === 'binary') return value;
  const text = `'${value.replaceAll("'", "''")}'`;
  return family === 'date' || /^(?:var)?char\b|^text\b/i.test(type) ? text : `N${text}`;
}
