/** Exports that are text: CSV, JSON and INSERT statements. Each yields pieces, so that a large result passes through without being held. */
import { quoteIdentifier } from '../../environments/quote.ts';
import type { Row } from '../spool/result-spool.ts';
import type { ExportColumn } from './columns.ts';

export interface ExportSource {
  readonly columns: readonly ExportColumn[];
  readonly rows: AsyncIterable<readonly Row[]>;
}

/** RFC 4180, with a byte order mark for spreadsheets. NULL is empty; an empty text is `""`. */
export async function* csv({ columns, rows }: ExportSource): AsyncGenerator<string> {
  yield `\uFEFF${columns.map(({ name }) => csvField(name)).join(',')}\r\n`;
  for await (const piece of rows) yield piece.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: string | null): string {
  if (value === null) return '';
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** An array of objects. Numbers are written with the digits that they have. */
export async function* json({ columns, rows }: ExportSource): AsyncGenerator<string> {
  const keys = columns.map(({ unique }) => `${JSON.stringify(unique)}: `);
  const line = (row: Row) => `  {${row.map((value, at) => `${keys[at]}${jsonValue(value, columns[at])}`).join(', ')}}`;
  let first = true;
  yield '[';
  for await (const piece of rows) {
    yield `${first ? '\n' : ',\n'}${piece.map(line).join(',\n')}`;
    first = false;
  }
  yield '\n]\n';
}

function jsonValue(value: string | null, column: ExportColumn | undefined): string {
  if (value === null) return 'null';
  if (column?.family === 'bit') return value === '1' ? 'true' : 'false';
  return column?.family === 'number' ? value : JSON.stringify(value);
}

/** SQL Server takes at most this many rows in one VALUES. */
const ROWS_OF_INSERT = 1000;

/** INSERT statements that any SQL Server takes, a thousand rows each. */
export async function* insertStatements({ columns, rows }: ExportSource, table: string): AsyncGenerator<string> {
  const head = `INSERT INTO ${tableName(table)} (${columns.map(({ unique }) => quoteIdentifier(unique)).join(', ')}) VALUES\n`;
  let count = 0;
  for await (const piece of rows) {
    const lines = piece.map((row) => `(${row.map((value, at) => literal(value, columns[at])).join(', ')})`);
    yield lines.map((line) => `${count++ % ROWS_OF_INSERT === 0 ? `${count === 1 ? '' : ';\n'}${head}` : ',\n'}${line}`).join('');
  }
  if (count > 0) yield ';\n';
}

function literal(value: string | null, column: ExportColumn | undefined): string {
  if (value === null) return 'NULL';
  return column === undefined || column.family === 'text' ? `N'${value.replaceAll("'", "''")}'` : value;
}

/** `dbo.Copy` or `[my table]`: each part in brackets, whatever it contains. */
function tableName(name: string): string {
  const parts = [...name.matchAll(/\[((?:[^\]]|\]\])*)\]|([^.[\]]+)/g)].map((match) => match[1]?.replaceAll(']]', ']') ?? match[2] ?? '');
  return (
    parts
      .filter((part) => part.trim() !== '')
      .map(quoteIdentifier)
      .join('.') || quoteIdentifier('Result')
  );
}
