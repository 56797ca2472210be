/**
 * What the parameter form holds, and what is sent of it.
 *
 * A parameter is a text, NULL, its default (then it is not sent at all), or the rows of a table-valued one. Texts go to the API as they were typed:
 * the environment converts them to the parameter's type and says so when it cannot. A form that comes back after an edit of the signature keeps the
 * values whose parameter still exists.
 */
import type { Parameter, ParameterValues } from '@sprocket/studio-contract';

export type FormValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'default' }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (string | null)[])[] };

export type FormValues = Readonly<Record<string, FormValue>>;

/** What the form begins with: defaults where there are any, NULL for the rest, no rows for tables. */
export function initialValues(parameters: readonly Parameter[], remembered: ParameterValues | undefined): FormValues {
  const entries = parameters.map((parameter) => {
    const known = remembered?.[parameter.name];
    return [parameter.name, known === undefined ? initialValue(parameter) : fromValue(parameter, known)] as const;
  });
  return Object.fromEntries(entries);
}

/** What is sent to the API; parameters that take their default are left out. */
export function toParameterValues(parameters: readonly Parameter[], values: FormValues): ParameterValues {
  const sent: ParameterValues = {};
  for (const parameter of parameters) {
    const value = values[parameter.name] ?? initialValue(parameter);
    if (value.kind === 'default') continue;
    sent[parameter.name] = value.kind === 'null' ? null : value.kind === 'text' ? value.text : value.rows.map((row) => [...row]);
  }
  return sent;
}

/** Stored values (a preset, the last run) for the parameters that there are now. */
export function fromParameterValues(parameters: readonly Parameter[], stored: ParameterValues): FormValues {
  const entries = parameters.map((parameter) => {
    const value = stored[parameter.name];
    return [parameter.name, value === undefined ? initialValue(parameter) : fromValue(parameter, value)] as const;
  });
  return Object.fromEntries(entries);
}

export type ValueProblem = string | undefined;

const INTEGERS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  tinyint: [0n, 255n],
  smallint: [-32_768n, 32_767n],
  int: [-2_147_483_648n, 2_147_483_647n],
  bigint: [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
};

/** What is plainly wrong with a text for a type, so that a typing mistake need not travel to the server; undefined when it may be right. */
export function valueProblem(parameter: Pick<Parameter, 'baseType' | 'type'>, value: FormValue): ValueProblem {
  if (value.kind !== 'text') return undefined;
  const text = value.text.trim();
  const limits = INTEGERS[parameter.baseType.toLowerCase()];
  if (limits !== undefined) return integerProblem(text, limits, parameter.type);
  switch (parameter.baseType.toLowerCase()) {
    case 'decimal':
    case 'numeric':
    case 'money':
    case 'smallmoney':
    case 'float':
    case 'real':
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? undefined : `not a number; ${parameter.type} is expected`;
    case 'bit':
      return /^(?:0|1|true|false)$/i.test(text) ? undefined : 'a bit is 0 or 1';
    case 'uniqueidentifier':
      return /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(text) ? undefined : 'not a uniqueidentifier';
    case 'binary':
    case 'varbinary':
      return /^0x(?:[0-9a-f]{2})*$/i.test(text) ? undefined : 'binary values are written 0x…, two digits a byte';
    default:
      return undefined;
  }
}

/** Cells pasted from a spreadsheet: lines of tab-separated values, quotes around values with tabs or line breaks. */
export function pastedRows(text: string, columns: number): readonly (readonly (string | null)[])[] {
  const rows = splitCells(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  return rows.map((row) => Array.from({ length: columns }, (_, at) => pastedCell(row[at])));
}

function splitCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    rows.at(-1)!.push(cell.value);
    at = cell.end + 1;
    if (text[cell.end] === '\n') rows.push([]);
  }
  return rows;
}

function plainCell(text: string, start: number): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') value += text[at++];
    else if (at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n') return { value, end: at + 1 };
    else break;
  }
  return plainCell(text, start);
}

function pastedCell(text: string | undefined): string | null {
  return text === undefined || text === 'NULL' ? null : text;
}

function initialValue(parameter: Parameter): FormValue {
  if (parameter.baseType === 'table') return { kind: 'table', rows: [] };
  return parameter.hasDefault ? { kind: 'default' } : { kind: 'null' };
}

function fromValue(parameter: Parameter, value: ParameterValues[string]): FormValue {
  if (parameter.baseType === 'table') return { kind: 'table', rows: Array.isArray(value) ? value : [] };
  if (value === null || Array.isArray(value)) return { kind: 'null' };
  return { kind: 'text', text: value };
}

function integerProblem(text: string, [least, most]: readonly [bigint, bigint], type: string): ValueProblem {
  if (!/^[+-]?\d{1,30}$/.test(text)) return `not a whole number; ${type} is expected`;
  const number = BigInt(text.replace('+', ''));
  return number >= least && number <= most ? undefined : `${type} goes from ${least} to ${most}`;
}
