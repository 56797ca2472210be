/**
 * ALTER DATABASE SCOPED CONFIGURATION. Settings are kept and shown; only VERBOSE_TRUNCATION_WARNINGS changes what a statement does here. A name or a
 * value that there is not is a mistake of syntax (102), as it is in SQL Server.
 */

import type { Administrative, Clause } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { setOptions } from '../edit.ts';
import { SCOPED_CONFIGURATIONS, type ScopedConfiguration, scopedKey } from '../scoped-configurations.ts';
import { commitCatalog } from './apply.ts';
import type { DdlContext } from './context.ts';

export const SCOPED_CONFIGURATION = 'ALTER DATABASE SCOPED CONFIGURATION';

export function alterScopedConfiguration({ clauses }: Administrative, context: DdlContext): void {
  const words = clauses.map(textOf);
  const secondary = words[0] === 'FOR' && words[1] === 'SECONDARY';
  const [verb, name = '', equals, value = ''] = secondary ? words.slice(2) : words;
  if (verb === 'CLEAR' && name === 'PROCEDURE_CACHE') return;
  if (verb !== 'SET') throw sqlError(102, verb ?? '');
  const configuration = SCOPED_CONFIGURATIONS.find((row) => row.name === name);
  if (configuration === undefined || equals !== '=') throw sqlError(102, name);
  // A secondary that follows the primary has no value of its own.
  set(context, scopedKey(name, secondary), secondary && value === 'PRIMARY' ? null : settingOf(configuration, value));
}

function settingOf({ takes }: ScopedConfiguration, value: string): string {
  if (takes === 'number' ? /^\d+$/.test(value) : takes !== 'switch' && takes.includes(value)) return value;
  if (takes !== 'switch' || (value !== 'ON' && value !== 'OFF')) throw sqlError(102, value);
  return value === 'ON' ? '1' : '0';
}

function set(context: DdlContext, key: string, value: string | null): void {
  const catalog = context.catalogs.current();
  const { [key]: _, ...others } = catalog.options.other;
  const other = value === null ? others : { ...others, [key]: value };
  commitCatalog(context, catalog, setOptions(catalog, { ...catalog.options, other }));
}

function textOf(clause: Clause): string {
  if (clause.kind === 'integer') return clause.text;
  return 'value' in clause && typeof clause.value === 'string' ? clause.value.toUpperCase() : '';
}
