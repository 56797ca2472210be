/** SET in its forms: on/off switches, options with a value, the isolation level, IDENTITY_INSERT. A setting is a new options record for the session. */

import { INT, isString, nvarchar, varbinary } from '@sprocket/tsql';
import type { DateFormat } from '../environment.ts';
import { sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import type { IsolationLevel } from '../session/api.ts';
import { converter } from '../values/convert.ts';
import type { Value } from '../values/value.ts';
import { scalarOf } from './compiled.ts';
import { findLanguage } from './languages.ts';
import { type SessionOptions, withSwitch } from './options.ts';
import type { Activation, Runtime } from './runtime.ts';

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { kind: Kind }>;

/** What a module captured when it was created: its own SET of these has no effect. */
const CAPTURED: ReadonlySet<string> = new Set(['ANSI_NULLS', 'QUOTED_IDENTIFIER']);

export function setSwitches(runtime: Runtime, activation: Activation, { names, on }: Of<'setSwitches'>): void {
  for (const name of names) {
    if (CAPTURED.has(name) && activation.module !== null) continue;
    const options = withSwitch(runtime.options, name, on);
    if (options === undefined) throw sqlError(195, name, 'SET option');
    runtime.options = options;
  }
  done(runtime);
}

type Setter = (runtime: Runtime, value: (type: typeof INT) => Value) => Partial<SessionOptions>;

/** Options with a value, by their names in SET. */
export const SETTERS: Readonly<Record<string, Setter>> = {
  ROWCOUNT: (_, value) => {
    const count = value(INT);
    if (count === null || Number(count) < 0) throw sqlError(507);
    return { rowCount: Number(count) };
  },
  TEXTSIZE: (_, value) => {
    const size = Number(value(INT) ?? 0);
    return { textSize: size <= 0 ? 2_147_483_647 : size };
  },
  LOCK_TIMEOUT: (_, value) => ({ lockTimeout: Math.max(-1, Number(value(INT) ?? -1)) }),
  DATEFIRST: (_, value) => {
    const day = Number(value(INT) ?? 0);
    if (day < 1 || day > 7) throw sqlError(2742, day);
    return { dateFirst: day };
  },
  DATEFORMAT: (_, value) => ({ dateFormat: dateFormat(value(nvarchar(128))) }),
  DEADLOCK_PRIORITY: (_, value) => ({ deadlockPriority: deadlockPriority(value(nvarchar(128))) }),
  LANGUAGE: (runtime, value) => setLanguage(runtime, String(value(nvarchar(128)) ?? '')),
  QUERY_GOVERNOR_COST_LIMIT: () => ({}),
  CONTEXT_INFO: () => ({}),
  FIPS_FLAGGER: () => ({}),
};

export function setValue(runtime: Runtime, activation: Activation, instruction: Of<'setValue'>): void {
  const { name, value } = instruction.statement;
  if (name === 'CONTEXT_INFO') {
    const { type, evaluate } = scalarOf(activation.compiled, instruction, value, runtime.catalogs);
    const given = evaluate(activation);
    if (given === null || isString(type)) throw sqlError(2743);
    runtime.setContextInfo(converter(type, varbinary(128))(given, runtime.context));
    return done(runtime);
  }
  const setter = SETTERS[name];
  if (setter === undefined) throw sqlError(195, name, 'SET option');
  const change = setter(runtime, (type) => scalarOf(activation.compiled, instruction, value, runtime.catalogs, type).evaluate(activation));
  runtime.options = { ...runtime.options, ...change };
  done(runtime);
}

const FORMATS: ReadonlySet<string> = new Set<DateFormat>(['mdy', 'dmy', 'ymd', 'ydm', 'myd', 'dym']);

function dateFormat(value: Value): DateFormat {
  const format = String(value ?? '').toLowerCase();
  if (!FORMATS.has(format)) throw sqlError(2741, String(value ?? ''));
  return format as DateFormat;
}

const PRIORITIES: Readonly<Record<string, number>> = { LOW: -5, NORMAL: 0, HIGH: 5 };

function deadlockPriority(value: Value): number {
  const text = String(value ?? 'NORMAL').toUpperCase();
  const priority = PRIORITIES[text] ?? Number(text);
  if (!Number.isInteger(priority) || priority < -10 || priority > 10) throw sqlError(2755);
  return priority;
}

function setLanguage(runtime: Runtime, name: string): Partial<SessionOptions> {
  const language = findLanguage(name);
  if (language === undefined) throw sqlError(2740, name);
  const notice = sqlError(5703, language.name);
  runtime.output.environment({ kind: 'language', value: language.name, old: runtime.options.language });
  const { number, severity, state, message } = notice;
  runtime.output.message({ number, severity, state, message, line: 0, procedure: null }, false);
  return { language: language.name, dateFormat: language.dateFormat, dateFirst: language.dateFirst };
}

export function setIsolation(runtime: Runtime, { statement }: Of<'setIsolation'>): void {
  runtime.options = { ...runtime.options, isolation: statement.level.toLowerCase() as IsolationLevel };
  done(runtime);
}

export function setIdentityInsert(runtime: Runtime, { statement }: Of<'setIdentityInsert'>): void {
  runtime.catalogs.identityInsert(
    statement.table.parts.map((part) => part.value),
    statement.on,
  );
  done(runtime);
}

function done(runtime: Runtime): void {
  runtime.status.rowCount = 0;
  runtime.status.error = 0;
}
