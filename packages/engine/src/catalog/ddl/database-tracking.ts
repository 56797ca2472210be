/** ALTER DATABASE … SET CHANGE_TRACKING: stands alone, and only user databases have it. */

import type { Option } from '@sprocket/tsql';
import { type SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { setOptions } from '../edit.ts';
import { tablesOf } from '../find.ts';
import type { ChangeTracking, DatabaseCatalog } from '../model.ts';
import { SYSTEM_DATABASES } from '../server.ts';
import type { DdlContext } from './context.ts';
import { optionText } from './syntax.ts';

export const isTracking = (option: Option): boolean => option.name === 'CHANGE_TRACKING';

const DEFAULT: ChangeTracking = { retention: 2, unit: 'DAYS', autoCleanup: true };

export function setDatabaseTracking(options: readonly Option[], context: DdlContext, catalog: DatabaseCatalog): DatabaseCatalog {
  const [option] = options.filter(isTracking);
  if (option === undefined) return catalog;
  const current = catalog.options.changeTracking;
  const changed = (before: ChangeTracking): ChangeTracking => (option.options ?? []).reduce(withOption, before);
  const once = requireOnce(option.options ?? []);
  if (once !== null) throw once;
  const value = optionText(option).toUpperCase();
  const wanted = value === 'OFF' ? null : changed(value === 'ON' ? DEFAULT : (current ?? DEFAULT));
  const error = refusal(options, value, current, catalog);
  if (error !== null) {
    context.precede(error);
    throw sqlError(5069);
  }
  const { changeTracking: _, ...rest } = catalog.options;
  return setOptions(catalog, wanted === null ? rest : { ...rest, changeTracking: wanted });
}

function refusal(
  options: readonly Option[],
  value: string,
  current: ChangeTracking | undefined,
  catalog: DatabaseCatalog,
): SqlError | null {
  if (options.length > 1) return sqlError(22114);
  if (SYSTEM_DATABASES.some(({ id }) => id === catalog.databaseId)) return sqlError(5090, catalog.name);
  if (value === 'ON') return current === undefined ? null : sqlError(5088, catalog.name);
  if (current === undefined) return sqlErrorState(5089, value === 'OFF' ? 1 : 2, catalog.name);
  if (value !== 'OFF') return null;
  const isTracked = [...tablesOf(catalog)].some(({ changeTracking }) => changeTracking !== undefined);
  return isTracked ? sqlError(22115, catalog.name) : null;
}

function requireOnce(options: readonly Option[]): SqlError | null {
  const doubled = options.find(({ name }, i) => options.findIndex((other) => other.name === name) !== i);
  return doubled === undefined ? null : sqlError(5091, doubled.name);
}

const UNITS: Readonly<Record<string, { readonly unit: ChangeTracking['unit']; readonly minutes: number }>> = {
  DAYS: { unit: 'DAYS', minutes: 1440 },
  HOURS: { unit: 'HOURS', minutes: 60 },
  MINUTES: { unit: 'MINUTES', minutes: 1 },
};

const MOST_MINUTES = 2_147_483_647;

function withOption(before: ChangeTracking, option: Option): ChangeTracking {
  switch (option.name) {
    case 'AUTO_CLEANUP':
      return { ...before, autoCleanup: optionText(option).toUpperCase() !== 'OFF' };
    case 'CHANGE_RETENTION': {
      const [count = '', word = ''] = optionText(option).split(' ');
      const known = UNITS[word.toUpperCase()];
      if (known === undefined) throw sqlErrorState(155, 2, word, 'CHANGE RETENTION UNIT');
      const retention = Number(count);
      if (!(retention >= 1) || retention * known.minutes > MOST_MINUTES) throw sqlError(5092, option.name, 1, MOST_MINUTES);
      return { ...before, retention, unit: known.unit };
    }
    default:
      throw sqlError(102, option.name);
  }
}
