/** ADD and DROP SENSITIVITY CLASSIFICATION: how sensitive the data of a column is, which sys.sensitivity_classifications tells. */

import type { Administrative } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { findColumn, nameFromParts, nameText } from '../find.ts';
import type { Column, Sensitivity } from '../model.ts';
import type { DdlContext } from './context.ts';
import { findTableHome } from './home.ts';
import { type Clauses, clauses } from './keys/clauses.ts';

const ADD = 'ADD SENSITIVITY CLASSIFICATION';
const DROP = 'DROP SENSITIVITY CLASSIFICATION';

export const isSensitivity = (what: string): boolean => what === ADD || what === DROP;

export function runSensitivity({ what, clauses: items }: Administrative, context: DdlContext): void {
  const from = clauses(items, 'CLASSIFICATION');
  from.expect(what === ADD ? 'TO' : 'FROM');
  const names = columnNames(from);
  const sensitivity = what === ADD ? readOptions(from) : undefined;
  from.end();
  for (const name of names) classify(name, sensitivity, context);
}

/** `dbo.t.c, dbo.t.d` as parts. */
function columnNames(from: Clauses): readonly (readonly string[])[] {
  const names: string[][] = [];
  do {
    const parts = [from.name()];
    while (from.accept('.')) parts.push(from.name());
    names.push(parts);
  } while (from.accept(','));
  return names;
}

function classify(parts: readonly string[], sensitivity: Sensitivity | undefined, context: DdlContext): void {
  const name = nameFromParts(parts.slice(0, -1));
  const found = parts.length < 2 ? undefined : findTableHome(context, name);
  if (found === undefined) throw sqlError(1088, nameText(name));
  const { home, table } = found;
  const column = findColumn(table, parts.at(-1) ?? '');
  if (column === undefined) throw sqlError(1911, parts.at(-1) ?? '');
  const { sensitivity: _, ...rest } = column;
  const changed: Column = sensitivity === undefined ? rest : { ...rest, sensitivity };
  home.save({ ...table, columns: table.columns.map((other) => (other === column ? changed : other)), modified: context.now });
}

const TEXTS = {
  LABEL: 'label',
  LABEL_ID: 'labelId',
  INFORMATION_TYPE: 'informationType',
  INFORMATION_TYPE_ID: 'informationTypeId',
} as const;
const RANKS = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;

/** `WITH (LABEL = '…', RANK = HIGH)` */
function readOptions(from: Clauses): Sensitivity {
  from.expect('WITH');
  const options = from.group();
  let read: Sensitivity = { label: null, labelId: null, informationType: null, informationTypeId: null, rank: null };
  do read = { ...read, ...readOption(options) };
  while (options.accept(','));
  options.end();
  return read;
}

function readOption(options: Clauses): Partial<Sensitivity> {
  if (options.accept('RANK', '=')) return { rank: RANKS.find((rank) => options.accept(rank)) ?? refuse(options) };
  const word = (Object.keys(TEXTS) as (keyof typeof TEXTS)[]).find((name) => options.accept(name, '=')) ?? refuse(options);
  return { [TEXTS[word]]: options.text() };
}

/** The word that stands here is none of those that may. */
function refuse(options: Clauses): never {
  options.expect('RANK');
  throw sqlError(102, 'RANK');
}
