/**
 * Runs a batch through tedious and writes down everything that arrived, in the words of the expectations: types as T-SQL names them, values
 * as text. tedious turns decimals and money into numbers; the sample databases hold none that a double cannot show exactly.
 */

import { type Connection, Request } from 'tedious';
import type { CellText } from './document.ts';

export interface ObservedResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: CellText[][];
}

export interface ObservedError {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly message: string;
  readonly procedure: string;
  readonly line: number;
}

export interface Observed {
  readonly results: ObservedResult[];
  readonly errors: ObservedError[];
  readonly messages: number[];
}

/** What tedious says of a column; the part that is needed here. */
interface ColumnMetadata {
  readonly colName: string;
  readonly type: { readonly name: string };
  readonly dataLength?: number | undefined;
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
}

/** An error or informational message of tedious. `class` is the severity. */
interface Message {
  readonly number: number;
  readonly class: number;
  readonly state: number;
  readonly message: string;
  readonly procName: string;
  readonly lineNumber: number;
}

/** Sends a batch and resolves when its answer is complete. Errors of the server are part of the answer; a lost connection rejects. */
export function observe(connection: Connection, sql: string): Promise<Observed> {
  return exchange(connection, sql, (request) => connection.execSqlBatch(request));
}

/** Sends a request of any kind. `send` may listen to more of it before it goes. */
export function exchange(connection: Connection, text: string, send: (request: Request) => void): Promise<Observed> {
  const observed: Observed = { results: [], errors: [], messages: [] };
  const onError = (message: Message) => observed.errors.push(errorOf(message));
  const onInfo = (message: Message) => observed.messages.push(message.number);
  return new Promise((resolve, reject) => {
    const request = new Request(text, (error) => {
      connection.off('errorMessage', onError);
      connection.off('infoMessage', onInfo);
      if (error && observed.errors.length === 0) reject(error);
      else resolve(observed);
    });
    request.on('columnMetadata', (columns: unknown) => {
      const list = columns as readonly ColumnMetadata[];
      observed.results.push({ columns: list.map((column) => ({ name: column.colName, type: typeText(column) })), rows: [] });
    });
    request.on('row', (cells: unknown) => observed.results.at(-1)!.rows.push(rowText(cells)));
    connection.on('errorMessage', onError);
    connection.on('infoMessage', onInfo);
    send(request);
  });
}

const errorOf = (message: Message): ObservedError => ({
  number: message.number,
  severity: message.class,
  state: message.state,
  message: message.message,
  procedure: message.procName,
  line: message.lineNumber,
});

const rowText = (cells: unknown): CellText[] =>
  (cells as readonly { readonly value: unknown; readonly metadata: ColumnMetadata }[]).map(({ value, metadata }) =>
    valueText(value, typeText(metadata)),
  );

/** The T-SQL type of a column. */
export function typeText(column: ColumnMetadata): string {
  const name = column.type.name.toLowerCase();
  return NULLABLE[name]?.[column.dataLength ?? 0] ?? SIZED[name]?.(column) ?? name;
}

/** [MS-TDS] sends nullable fixed-length types as one type with a length. */
const NULLABLE: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  intn: { 1: 'tinyint', 2: 'smallint', 4: 'int', 8: 'bigint' },
  bitn: { 1: 'bit' },
  moneyn: { 4: 'smallmoney', 8: 'money' },
  floatn: { 4: 'real', 8: 'float' },
  datetimen: { 4: 'smalldatetime', 8: 'datetime' },
};

/** The length of a MAX type. */
const MAX = 0xffff;

const bytes = (name: string) => (column: ColumnMetadata) => `${name}(${column.dataLength === MAX ? 'max' : column.dataLength})`;
const units = (name: string) => (column: ColumnMetadata) => `${name}(${column.dataLength === MAX ? 'max' : (column.dataLength ?? 0) / 2})`;
const exact = (column: ColumnMetadata) => `decimal(${column.precision},${column.scale})`;

const SIZED: Readonly<Record<string, (column: ColumnMetadata) => string>> = {
  char: bytes('char'),
  varchar: bytes('varchar'),
  binary: bytes('binary'),
  varbinary: bytes('varbinary'),
  nchar: units('nchar'),
  nvarchar: units('nvarchar'),
  decimal: exact,
  decimaln: exact,
  numeric: exact,
  numericn: exact,
};

/** A value of a type as text. */
export function valueText(value: unknown, type: string): CellText {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Date) return value.toISOString().slice(0, 23);
  if (Buffer.isBuffer(value)) return `0x${value.toString('hex').toUpperCase()}`;
  if (typeof value === 'number') return numberText(value, type);
  return String(value);
}

function numberText(value: number, type: string): string {
  if (type === 'money' || type === 'smallmoney') return value.toFixed(4);
  if (type.startsWith('decimal')) return value.toFixed(Number(/,(\d+)\)$/.exec(type)?.[1]));
  return type === 'real' ? realText(value) : String(value);
}

/** The shortest decimal text that is this single and no other: nine digits always suffice. */
function realText(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return String(shorter);
  }
  return String(Number(value.toPrecision(9)));
}
