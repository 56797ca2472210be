/** A result set as a file: its name, its type, and its content as a stream. */
import { Readable } from 'node:stream';
import type { ResultSet } from '../run/collector.ts';
import { exportColumns } from './columns.ts';
import { csv, type ExportSource, insertStatements, json } from './text-formats.ts';
import { xlsx } from './xlsx.ts';

export type ExportFormat = 'csv' | 'json' | 'xlsx' | 'sql';

export interface ExportFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Readable;
}

interface FormatRow {
  readonly contentType: string;
  readonly write: (source: ExportSource, table: string) => AsyncIterable<string | Uint8Array>;
}

const FORMATS: Readonly<Record<ExportFormat, FormatRow>> = {
  csv: { contentType: 'text/csv; charset=utf-8', write: csv },
  json: { contentType: 'application/json; charset=utf-8', write: json },
  sql: { contentType: 'application/sql; charset=utf-8', write: insertStatements },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
};

export interface ExportRequest {
  readonly format: ExportFormat;
  /** For INSERT statements. */
  readonly table: string | undefined;
  readonly procedure: string;
  readonly set: number;
}

export function exportFile({ columns, spool }: ResultSet, { format, table, procedure, set }: ExportRequest): ExportFile {
  const { contentType, write } = FORMATS[format];
  const source = { columns: exportColumns(columns), rows: spool.rows() };
  const content = Readable.from(write(source, table ?? 'dbo.Result'), { objectMode: false });
  return { name: `${procedure}-${set + 1}.${format}`, contentType, content };
}

/** The header that names the file, for any name (RFC 6266). */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
