/**
 * The SET options of a session: one immutable record that SET replaces and a module's return puts back. Each on/off option is a row of a table with
 * its field and its bit in @@OPTIONS.
 */

import type { EvaluationOptions } from '../environment.ts';
import { unsupported } from '../errors.ts';
import type { IsolationLevel } from '../session/api.ts';

export interface SessionOptions extends EvaluationOptions {
  readonly quotedIdentifier: boolean;
  readonly noCount: boolean;
  readonly xactAbort: boolean;
  readonly implicitTransactions: boolean;
  readonly cursorCloseOnCommit: boolean;
  readonly arithIgnore: boolean;
  readonly numericRoundAbort: boolean;
  readonly ansiNullDefaultOn: boolean;
  readonly ansiNullDefaultOff: boolean;
  /** Statements are compiled and not run. */
  readonly noExec: boolean;
  /** Batches are parsed and not run. */
  readonly parseOnly: boolean;
  /** Statements send their columns and no rows. */
  readonly formatOnly: boolean;
  /** SET STATISTICS TIME: each statement tells how long it took. */
  readonly statisticsTime: boolean;
  /** SET ROWCOUNT; 0 for no limit. */
  readonly rowCount: number;
  /** Milliseconds; -1 waits for ever. */
  readonly lockTimeout: number;
  readonly deadlockPriority: number;
  readonly isolation: IsolationLevel;
}

export type SwitchField = {
  [Field in keyof SessionOptions]: SessionOptions[Field] extends boolean ? Field : never;
}[keyof SessionOptions];

interface Switch {
  readonly field: SwitchField;
  /** Bit in @@OPTIONS; 0 without one. */
  readonly bit: number;
  /** Option that SQL Server turns off when this one is turned on. */
  readonly excludes?: SwitchField;
}

/** The on/off options by their names in SET. */
export const SWITCHES: Readonly<Record<string, Switch>> = {
  IMPLICIT_TRANSACTIONS: { field: 'implicitTransactions', bit: 2 },
  CURSOR_CLOSE_ON_COMMIT: { field: 'cursorCloseOnCommit', bit: 4 },
  ANSI_WARNINGS: { field: 'ansiWarnings', bit: 8 },
  ANSI_PADDING: { field: 'ansiPadding', bit: 16 },
  ANSI_NULLS: { field: 'ansiNulls', bit: 32 },
  ARITHABORT: { field: 'arithAbort', bit: 64 },
  ARITHIGNORE: { field: 'arithIgnore', bit: 128 },
  QUOTED_IDENTIFIER: { field: 'quotedIdentifier', bit: 256 },
  NOCOUNT: { field: 'noCount', bit: 512 },
  ANSI_NULL_DFLT_ON: { field: 'ansiNullDefaultOn', bit: 1024, excludes: 'ansiNullDefaultOff' },
  ANSI_NULL_DFLT_OFF: { field: 'ansiNullDefaultOff', bit: 2048, excludes: 'ansiNullDefaultOn' },
  CONCAT_NULL_YIELDS_NULL: { field: 'concatNullYieldsNull', bit: 4096 },
  NUMERIC_ROUNDABORT: { field: 'numericRoundAbort', bit: 8192 },
  XACT_ABORT: { field: 'xactAbort', bit: 16384 },
  NOEXEC: { field: 'noExec', bit: 0 },
  PARSEONLY: { field: 'parseOnly', bit: 0 },
  FMTONLY: { field: 'formatOnly', bit: 0 },
};

/** Options that are accepted and change nothing here. */
export const IGNORED_SWITCHES: ReadonlySet<string> = new Set([
  'FORCEPLAN',
  'REMOTE_PROC_TRANSACTIONS',
  'NO_BROWSETABLE',
  'DISABLE_DEF_CNST_CHK',
  'FIPS_FLAGGER',
]);

/** Options that can be off alone: ON would have to show plans, and not run what the client expects not to be run. */
export const REFUSED_SWITCHES: ReadonlySet<string> = new Set(['SHOWPLAN_ALL', 'SHOWPLAN_TEXT', 'SHOWPLAN_XML']);

/** SET ANSI_DEFAULTS sets these together. */
const ANSI_DEFAULTS: readonly SwitchField[] = [
  'ansiNulls',
  'ansiNullDefaultOn',
  'ansiPadding',
  'ansiWarnings',
  'cursorCloseOnCommit',
  'implicitTransactions',
  'quotedIdentifier',
];

/** What clients that ask for ANSI defaults start with; the others start with `LEGACY_OPTIONS`. */
export const DEFAULT_OPTIONS: SessionOptions = {
  dateFormat: 'mdy',
  dateFirst: 7,
  language: 'us_english',
  ansiWarnings: true,
  arithAbort: false,
  concatNullYieldsNull: true,
  ansiNulls: true,
  ansiPadding: true,
  textSize: 2_147_483_647,
  quotedIdentifier: true,
  noCount: false,
  xactAbort: false,
  implicitTransactions: false,
  cursorCloseOnCommit: false,
  arithIgnore: false,
  numericRoundAbort: false,
  ansiNullDefaultOn: true,
  ansiNullDefaultOff: false,
  noExec: false,
  parseOnly: false,
  formatOnly: false,
  statisticsTime: false,
  rowCount: 0,
  lockTimeout: -1,
  deadlockPriority: 0,
  isolation: 'read committed',
};

/** DB-Library clients (FreeTDS, jTDS) log in without the ANSI defaults and set what they want themselves. */
export const LEGACY_OPTIONS: SessionOptions = {
  ...DEFAULT_OPTIONS,
  ansiWarnings: false,
  concatNullYieldsNull: false,
  ansiNulls: false,
  ansiPadding: false,
  quotedIdentifier: false,
  ansiNullDefaultOn: false,
  textSize: 4096,
};

/** The options after `SET name ON|OFF`; undefined for a name that is no on/off option. */
export function withSwitch(options: SessionOptions, name: string, on: boolean): SessionOptions | undefined {
  if (name === 'ANSI_DEFAULTS') return { ...options, ...Object.fromEntries(ANSI_DEFAULTS.map((field) => [field, on])) };
  if (on && REFUSED_SWITCHES.has(name)) throw unsupported(`SET ${name} ON`);
  if (IGNORED_SWITCHES.has(name) || REFUSED_SWITCHES.has(name)) return options;
  const row = SWITCHES[name];
  if (row === undefined) return undefined;
  const excluded = on && row.excludes !== undefined ? { [row.excludes]: false } : {};
  return { ...options, [row.field]: on, ...excluded };
}

/** @@OPTIONS. */
export function optionBits(options: SessionOptions): number {
  return Object.values(SWITCHES).reduce((bits, row) => (options[row.field] ? bits | row.bit : bits), 0);
}

/** What a module's return leaves changed: nothing but what the caller had. ANSI_NULLS and QUOTED_IDENTIFIER come from the module's creation. */
export function forModule(
  options: SessionOptions,
  settings: { readonly ansiNulls: boolean; readonly quotedIdentifier: boolean },
): SessionOptions {
  if (options.ansiNulls === settings.ansiNulls && options.quotedIdentifier === settings.quotedIdentifier) return options;
  return { ...options, ansiNulls: settings.ansiNulls, quotedIdentifier: settings.quotedIdentifier };
}
