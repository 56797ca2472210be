/**
 * How golden scripts show what a batch produced, one line each: the columns of a result set with their types (`!` where NULL is impossible), its rows,
 * row counts of changes, messages as sqlcmd words them. Values look like T-SQL constants, so that blanks at the end and NULLs are seen.
 */

import type { DateTimeOffset, ResultColumn, ResultSink, ServerMessage, StatementCommand, Value, Variant } from '@sprocket/engine';
import { type Type, typeToString } from '@sprocket/tsql';

/** Collects the lines of one batch. */
export class LineSink implements ResultSink {
  readonly lines: string[] = [];
  #columns: readonly ResultColumn[] = [];
  #rows = 0;
  #inSet = false;

  columns(columns: readonly ResultColumn[]): void {
    this.#columns = columns;
    this.#rows = 0;
    this.#inSet = true;
    this.lines.push(columns.map(showColumn).join(', '));
  }

  row(values: readonly Value[]): boolean {
    this.#rows += 1;
    this.lines.push(values.map((value, i) => showValue(value, this.#columns[i]?.type)).join(' | '));
    return false;
  }

  async drained(): Promise<void> {}

  done(_command: StatementCommand, rowCount: number | undefined): void {
    const isShown = this.#inSet && rowCount === this.#rows;
    this.#inSet = false;
    if (rowCount !== undefined && !isShown) this.lines.push(`(${rowCount} ${rowCount === 1 ? 'row' : 'rows'})`);
  }

  message(message: ServerMessage): void {
    this.lines.push(...showMessage(message).split(/\r?\n/));
  }

  returnStatus(status: number): void {
    this.lines.push(`return status ${status}`);
  }

  returnValue(name: string, _ordinal: number, type: Type, value: Value): void {
    this.lines.push(`${name} = ${showValue(value, type)}`);
  }

  environment(): void {}
}

function showColumn({ name, type, nullable }: ResultColumn): string {
  return `${name === '' ? '-' : name} ${typeToString(type)}${nullable ? '' : '!'}`;
}

/** PRINT and RAISERROR below 11 by their text; database changes by theirs; errors in full. */
function showMessage(written: ServerMessage): string {
  const { number, severity, state, line, procedure } = written;
  const message = BACKUP_DONE.has(number) ? withoutFigures(written.message) : written.message;
  if (severity <= 10) return number === 0 ? `print: ${message}` : `info ${number}: ${message}`;
  const where = procedure === null ? '' : `, Procedure ${procedure}`;
  return `Msg ${number}, Level ${severity}, State ${state}${where}, Line ${line}: ${message}`;
}

/** How much was copied, and how fast. */
const BACKUP_DONE: ReadonlySet<number> = new Set([3014, 4035]);

const withoutFigures = (message: string): string =>
  message.replace(/\d+ pages/, 'n pages').replace(/in \d+\.\d+ seconds.*$/, 'in n seconds');

export function showValue(value: Value, type: Type | undefined): string {
  if (value === null) return 'NULL';
  switch (type?.name) {
    case 'decimal':
    case 'numeric':
      return decimalText(value as bigint, type.scale);
    case 'money':
    case 'smallmoney':
      return decimalText(value as bigint, 4);
    case 'date':
      return dateText(value as number);
    case 'time':
      return timeText(value as number, type.scale);
    case 'datetime':
      return datetimeText(value as number);
    case 'smalldatetime':
      return `${dateText(DAYS_TO_1900 + Math.floor((value as number) / 1440))} ${timeText((((value as number) % 1440) + 0) * 600_000_000, 0)}`;
    case 'datetime2':
      return `${dateText(Number((value as bigint) / TICKS_A_DAY))} ${timeText(Number((value as bigint) % TICKS_A_DAY), type.scale)}`;
    case 'datetimeoffset':
      return offsetText(value as DateTimeOffset, type.scale);
    case 'real':
      return realText(value as number);
    case 'sql_variant':
      return `${showValue((value as Variant).value, (value as Variant).type)}::${typeToString((value as Variant).type)}`;
    default:
      return plainText(value);
  }
}

function plainText(value: NonNullable<Value>): string {
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex').toUpperCase()}`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''").replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`;
  return String(value);
}

function decimalText(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The shortest decimal text that is this single and no other: nine digits always suffice. */
function realText(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return String(shorter);
  }
  return String(Number(value.toPrecision(9)));
}

const TICKS_A_DAY = 864_000_000_000n;
const DAYS_TO_1900 = 693_595;
const DAYS_TO_1970 = 719_162;

function dateText(days: number): string {
  const date = new Date((days - DAYS_TO_1970) * 86_400_000);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

function timeText(ticks: number, scale: number): string {
  const seconds = Math.floor(ticks / 1e7);
  const fraction = String(ticks % 1e7)
    .padStart(7, '0')
    .slice(0, scale);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return scale === 0 ? clock : `${clock}.${fraction}`;
}

/** 1/300 s units since 1900. */
function datetimeText(units: number): string {
  const days = Math.floor(units / 25_920_000);
  const rest = units - days * 25_920_000;
  return `${dateText(DAYS_TO_1900 + days)} ${timeText(Math.round((rest * 10) / 3) * 10_000, 3)}`;
}

function offsetText({ utc, offset }: DateTimeOffset, scale: number): string {
  const local = utc + BigInt(offset) * 600_000_000n;
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${dateText(Number(local / TICKS_A_DAY))} ${timeText(Number(local % TICKS_A_DAY), scale)} ${zone}`;
}
