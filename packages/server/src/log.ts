/**
 * Structured log lines. An event is a short fixed sentence, its facts are fields; nothing that a client stored or sent as data is ever a field.
 * Lines are JSON objects for machines or a coloured line for people, and always go to standard error: standard output belongs to the ready line.
 */

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes one log line. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

export interface LogOptions {
  readonly level: LogLevel;
  readonly format: 'json' | 'pretty';
  readonly write: (line: string) => void;
  readonly now?: () => Date;
}

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
const COLOUR: Readonly<Record<LogLevel, string>> = { debug: '\x1b[90m', info: '\x1b[36m', warn: '\x1b[33m', error: '\x1b[31m' };
const PLAIN = '\x1b[0m';

export function createLog(options: LogOptions): Log {
  const format = options.format === 'json' ? jsonLine : prettyLine;
  const now = options.now ?? (() => new Date());
  return (level, event, fields = {}) => {
    if (RANK[level] >= RANK[options.level]) options.write(`${format(now(), level, event, fields)}\n`);
  };
}

/** A log that keeps nothing, for tests. */
export const silentLog: Log = () => {};

function jsonLine(time: Date, level: LogLevel, event: string, fields: LogFields): string {
  return JSON.stringify({ time: time.toISOString(), level, event, ...fields }, plainValue);
}

function prettyLine(time: Date, level: LogLevel, event: string, fields: LogFields): string {
  const facts = Object.entries(fields).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value, plainValue)}`,
  );
  return `${time.toISOString().slice(11, 23)} ${COLOUR[level]}${level.padEnd(5)}${PLAIN} ${event}${facts.length > 0 ? `  ${facts.join(' ')}` : ''}`;
}

function plainValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Error) return value.message;
  return value;
}
