/** Calls of stored procedures through tedious, with everything that comes back written down: rows, OUTPUT values, return code, errors, messages. */

import { type Connection, type Request, TYPES } from 'tedious';
import type { CellText } from '../../expectations/document.ts';
import { exchange, type ObservedError } from '../../expectations/observe.ts';

type TediousType = Parameters<Request['addParameter']>[1];

/** An argument: its type, its value, and whether the procedure gives it back. */
export interface Argument {
  readonly type: TediousType;
  readonly value: unknown;
  readonly output: boolean;
}

const argument =
  (type: TediousType) =>
  (value: unknown, output = false): Argument => ({ type, value, output });

export const int = argument(TYPES.Int);
export const bit = argument(TYPES.Bit);
export const money = argument(TYPES.Money);
export const text = argument(TYPES.NVarChar);
export const decimal = (value: number | null, output = false): Argument => ({ type: TYPES.Decimal, value, output });
export const date = (value: string | null): Argument => ({
  type: TYPES.Date,
  value: value === null ? null : new Date(value),
  output: false,
});

export interface ResultSet {
  /** `name type`, as T-SQL writes the type. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellText[])[];
}

export interface Answer {
  readonly results: readonly ResultSet[];
  readonly errors: readonly ObservedError[];
  /** What PRINT and RAISERROR with a low severity say. */
  readonly messages: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The return code; undefined for a batch. */
  readonly status: number | undefined;
}

/** Calls of one connection. */
export interface Caller {
  procedure(name: string, args?: Readonly<Record<string, Argument>>): Promise<Answer>;
  batch(sql: string): Promise<Answer>;
  /** The procedures that were called so far. */
  readonly called: ReadonlySet<string>;
}

export function caller(connection: Connection): Caller {
  const called = new Set<string>();
  return {
    called,
    procedure: (name, args = {}) => {
      called.add(name);
      return answer(connection, name, (request) => callProcedure(connection, request, args));
    },
    batch: (sql) => answer(connection, sql, (request) => connection.execSqlBatch(request)),
  };
}

function callProcedure(connection: Connection, request: Request, args: Readonly<Record<string, Argument>>): void {
  for (const [name, { type, value, output }] of Object.entries(args)) {
    // A decimal carries its scale from the client; two digits are what the procedures of the sample take.
    const options = type === TYPES.Decimal ? { precision: 9, scale: 2 } : {};
    if (output) request.addOutputParameter(name, type, value, options);
    else request.addParameter(name, type, value, options);
  }
  connection.callProcedure(request);
}

async function answer(connection: Connection, sql: string, send: (request: Request) => void): Promise<Answer> {
  const outputs: Record<string, unknown> = {};
  const messages: string[] = [];
  let status: number | undefined;
  const onInfo = (info: { readonly message: string }) => messages.push(info.message);
  connection.on('infoMessage', onInfo);
  const observed = await exchange(connection, sql, (request) => {
    request.on('returnValue', (name: string, value: unknown) => (outputs[name] = value));
    request.on('doneProc', (_count: number | undefined, _more: boolean, returned: number | undefined) => (status = returned));
    send(request);
  });
  connection.off('infoMessage', onInfo);
  const results = observed.results.map(({ columns, rows }) => ({
    columns: columns.map(({ name, type }) => `${name} ${type}`),
    rows: rows.map((row) => row.map((cell, i) => (columns[i]?.type === 'date' && cell !== null ? cell.slice(0, 10) : cell))),
  }));
  return { results, errors: observed.errors, messages, outputs, status };
}

/** Number, severity, state and message of the errors. */
export const errorsOf = ({ errors }: Answer): readonly string[] =>
  errors.map(({ number, severity, state, message }) => `${number}, ${severity}, ${state}: ${message}`);
