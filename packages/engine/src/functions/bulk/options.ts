/** The options of BULK INSERT as data, with SQL Server's defaults. Options about storage and speed alone are taken and have no effect. */

import type { Option } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';

export interface BulkOptions {
  readonly csv: boolean;
  readonly fieldTerminator: string;
  readonly rowTerminator: string;
  readonly quote: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly maxErrors: number;
  readonly keepNulls: boolean;
  readonly keepIdentity: boolean;
  readonly checkConstraints: boolean;
  readonly fireTriggers: boolean;
  /** Rows in one transaction; 0 for all of them. */
  readonly batchSize: number;
  /** DATAFILETYPE = 'widechar': UTF-16. */
  readonly wide: boolean;
  readonly codePage: string;
  /** The path of FORMATFILE. */
  readonly formatFile: string | null;
}

const NO_EFFECT: ReadonlySet<string> = new Set(['TABLOCK', 'ORDER', 'ROWS_PER_BATCH', 'KILOBYTES_PER_BATCH']);

const KNOWN: ReadonlySet<string> = new Set([
  'FORMAT',
  'FIELDTERMINATOR',
  'ROWTERMINATOR',
  'FIELDQUOTE',
  'FIRSTROW',
  'LASTROW',
  'MAXERRORS',
  'BATCHSIZE',
  'KEEPNULLS',
  'KEEPIDENTITY',
  'CHECK_CONSTRAINTS',
  'FIRE_TRIGGERS',
  'DATAFILETYPE',
  'CODEPAGE',
  'FORMATFILE',
]);

const DEFAULT_MAX_ERRORS = 10;

export function readBulkOptions(options: readonly Option[]): BulkOptions {
  for (const { name } of options) if (!KNOWN.has(name) && !NO_EFFECT.has(name)) throw unsupported(`BULK INSERT … WITH (${name})`);
  const twice = options.find((option, i) => options.findIndex(({ name }) => name === option.name) !== i);
  if (twice !== undefined) throw sqlError(4130, twice.name);
  const has = (name: string): boolean => options.some((option) => option.name === name);
  const text = (name: string): string | undefined => {
    const value = options.find((option) => option.name === name)?.values[0];
    return value?.kind === 'string' ? value.value : undefined;
  };
  const number = (name: string, missing: number): number => {
    const value = options.find((option) => option.name === name)?.values[0];
    return value?.kind === 'integer' ? Number(value.text) : missing;
  };
  const csv = text('FORMAT')?.toUpperCase() === 'CSV';
  const bulk: BulkOptions = {
    csv,
    fieldTerminator: terminator(text('FIELDTERMINATOR') ?? (csv ? ',' : '\\t')),
    rowTerminator: terminator(text('ROWTERMINATOR') ?? '\\n'),
    quote: text('FIELDQUOTE') ?? '"',
    firstRow: number('FIRSTROW', 1),
    lastRow: number('LASTROW', 0) || Number.POSITIVE_INFINITY,
    maxErrors: number('MAXERRORS', DEFAULT_MAX_ERRORS),
    batchSize: number('BATCHSIZE', 0),
    keepNulls: has('KEEPNULLS'),
    keepIdentity: has('KEEPIDENTITY'),
    checkConstraints: has('CHECK_CONSTRAINTS'),
    fireTriggers: has('FIRE_TRIGGERS'),
    wide: isWide(text('DATAFILETYPE')),
    codePage: (text('CODEPAGE') ?? '').toUpperCase(),
    formatFile: text('FORMATFILE') ?? null,
  };
  if (bulk.firstRow > bulk.lastRow) throw sqlError(4880);
  if (bulk.quote.length !== 1) throw sqlError(4878);
  return bulk;
}

function isWide(type: string | undefined): boolean {
  if (type === undefined || type === 'char' || type === 'widechar') return type === 'widechar';
  throw unsupported(`BULK INSERT … WITH (DATAFILETYPE = '${type}')`);
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '0': '\0', '\\': '\\' };

/** `\t` and its kin, or bytes in hexadecimal digits. */
export function terminator(written: string): string {
  const digits = /^0x((?:[0-9a-f]{2})+)$/i.exec(written)?.[1];
  if (digits !== undefined) return String.fromCharCode(...(digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
  return written.replaceAll(/\\([tnr0\\])/g, (_whole, letter: string) => ESCAPES[letter] ?? letter);
}
