/**
 * Result sets as tables, CSV or JSON. A format gets columns, rows and the end of each result set in order and returns the text to print, so a
 * large result is printed while it arrives; only the table format keeps rows, to find its column widths.
 */

import type { Column, Value } from '@sprocket/tds';
import { isNumeric, jsonText, valueText } from '../../client/value-text.ts';

export type FormatName = 'table' | 'csv' | 'json';

/** Prints one result set after the other. */
export interface Format {
  begin(columns: readonly Column[]): string;
  row(values: readonly Value[]): string;
  end(): string;
}

export const FORMATS: Readonly<Record<FormatName, () => Format>> = { table: tableFormat, csv: csvFormat, json: jsonFormat };

/** Rows that decide the widths of a table's columns; later ones may stick out. */
const MEASURED_ROWS = 1000;
/** A cell is cut here in the table format alone. */
const WIDEST = 256;

function tableFormat(): Format {
  let columns: readonly Column[] = [];
  let waiting: string[][] = [];
  let widths: number[] | undefined;
  const print = (cells: readonly string[]) =>
    `${cells
      .map((cell, index) => aligned(cell, widths?.[index] ?? 0, columns[index]))
      .join(' ')
      .trimEnd()}\n`;
  const flush = () => {
    if (widths !== undefined) return '';
    const header = columns.map((column) => column.name);
    widths = header.map((name, index) => Math.max(name.length, 1, ...waiting.map((row) => row[index]?.length ?? 0)));
    const text = [print(header), print(widths.map((width) => '-'.repeat(width))), ...waiting.map(print)].join('');
    waiting = [];
    return text;
  };
  return {
    begin: (described) => {
      columns = described;
      waiting = [];
      widths = undefined;
      return '';
    },
    row: (values) => {
      const cells = values.map((value, index) => oneLine(valueText(value, columns[index]!.type)));
      if (widths !== undefined) return print(cells);
      waiting.push(cells);
      return waiting.length < MEASURED_ROWS ? '' : flush();
    },
    end: flush,
  };
}

function csvFormat(): Format {
  let columns: readonly Column[] = [];
  return {
    begin: (described) => {
      columns = described;
      return `${described.map((column) => quoted(column.name)).join(',')}\n`;
    },
    // NULL is an empty field, the empty string a quoted one.
    row: (values) => `${values.map((value, index) => (value === null ? '' : quoted(valueText(value, columns[index]!.type)))).join(',')}\n`,
    end: () => '',
  };
}

/** One JSON array a result set, one object a row. */
function jsonFormat(): Format {
  let columns: readonly Column[] = [];
  let names: readonly string[] = [];
  let first = true;
  return {
    begin: (described) => {
      columns = described;
      names = described.map((column, index) => JSON.stringify(column.name || `column${index + 1}`));
      first = true;
      return '[';
    },
    row: (values) => {
      const fields = values.map((value, index) => `${names[index]}:${jsonText(value, columns[index]!.type)}`);
      const text = `${first ? '' : ','}\n{${fields.join(',')}}`;
      first = false;
      return text;
    },
    end: () => '\n]\n',
  };
}

function aligned(cell: string, width: number, column: Column | undefined): string {
  return column !== undefined && isNumeric(column.type) ? cell.padStart(width) : cell.padEnd(width);
}

function oneLine(text: string): string {
  const plain = text.replaceAll(/\r\n|[\r\n\t]/g, ' ');
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain;
}

function quoted(text: string): string {
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
