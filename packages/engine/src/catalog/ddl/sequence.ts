/** CREATE and ALTER SEQUENCE. */

import type { AlterSequence, CreateSequence, SequenceOption, Type } from '@sprocket/tsql';
import { BIGINT, numeric } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { putObject, setNextObjectId } from '../edit.ts';
import { nameText } from '../find.ts';
import { nextId } from '../ids.ts';
import type { Sequence } from '../model.ts';
import { commitCatalog, creationTarget, findTarget, NAME_TAKEN, requireFreeName } from './apply.ts';
import type { DdlContext } from './context.ts';

export function createSequence(statement: CreateSequence, context: DdlContext): void {
  const { catalog, schema, name } = creationTarget(context, statement.name);
  requireFreeName(catalog, schema, name, NAME_TAKEN.other);
  const type = statement.type === null ? BIGINT : context.binder.resolveType(catalog, statement.type).type;
  if (find(statement.options, 'RESTART') !== undefined) throw sqlError(11709);
  requireSequenceType(type, name);
  const limits = integerLimits(type);
  const increment = integerOption(statement.options, 'INCREMENT BY', context) ?? 1n;
  const minimum = integerOption(statement.options, 'MINVALUE', context) ?? limits[0];
  const maximum = integerOption(statement.options, 'MAXVALUE', context) ?? limits[1];
  const start = integerOption(statement.options, 'START WITH', context) ?? (increment > 0n ? minimum : maximum);
  requireInType({ MINVALUE: minimum, MAXVALUE: maximum, 'START WITH': start }, limits);
  const sequence: Sequence = {
    kind: 'sequence',
    id: catalog.nextObjectId,
    schema,
    name,
    created: context.now,
    modified: context.now,
    type,
    start,
    increment,
    minimum,
    maximum,
    cycle: isWanted(statement.options, 'CYCLE') ?? false,
    cache: cacheSize(statement.options, name, context) ?? null,
  };
  requireConsistent(sequence);
  commitCatalog(context, catalog, putObject(setNextObjectId(catalog, nextId(sequence.id)), sequence));
}

/** Greatest and least values of the integer types. */
const LIMITS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  tinyint: [0n, 255n],
  smallint: [-32_768n, 32_767n],
  int: [-2_147_483_648n, 2_147_483_647n],
  bigint: [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
};

function requireSequenceType(type: Type, name: string): void {
  if (LIMITS[type.name] !== undefined) return;
  if ((type.name !== 'decimal' && type.name !== 'numeric') || type.scale !== 0) throw sqlError(11702, name);
}

/** Least and greatest value of an integer type, or of a decimal without fraction. */
export function integerLimits(type: Type): readonly [bigint, bigint] {
  const limit = 10n ** BigInt(type.precision) - 1n;
  return LIMITS[type.name] ?? [-limit, limit];
}

/** 11708 for a value that the type cannot hold. */
function requireInType(values: Readonly<Record<string, bigint>>, [least, greatest]: readonly [bigint, bigint]): void {
  for (const [option, value] of Object.entries(values)) if (value < least || value > greatest) throw sqlError(11708, option);
}

function requireConsistent({ name, increment, minimum, maximum, start, cache }: Sequence): void {
  if (increment === 0n) throw sqlError(11700, name);
  if (minimum >= maximum) throw sqlError(11705, name);
  if ((increment < 0n ? -increment : increment) > maximum - minimum) throw sqlError(11701, name);
  if (start < minimum || start > maximum) throw sqlError(11703, name);
  if (cache !== null && cache < 0) throw sqlError(11706, name);
}

function find(options: readonly SequenceOption[], name: SequenceOption['name']): SequenceOption | undefined {
  return options.find((option) => option.name === name);
}

/** The value of an option; undefined when it is absent or written with NO. */
function integerOption(options: readonly SequenceOption[], name: SequenceOption['name'], context: DdlContext): bigint | undefined {
  const option = find(options, name);
  if (option === undefined || option.no || option.value === null) return undefined;
  const value = context.binder.constant(option.value, numeric(38, 0));
  return typeof value === 'bigint' ? value : BigInt(Number(value ?? 0));
}

function isWanted(options: readonly SequenceOption[], name: SequenceOption['name']): boolean | undefined {
  const option = find(options, name);
  return option === undefined ? undefined : !option.no;
}

/** 0 for NO CACHE, null for a cache without a size, undefined when nothing is said. */
function cacheSize(options: readonly SequenceOption[], name: string, context: DdlContext): number | null | undefined {
  const option = find(options, 'CACHE');
  if (option === undefined) return undefined;
  if (option.no) return 0;
  const size = integerOption(options, 'CACHE', context);
  if (size === undefined) return null;
  if (size <= 0n) throw sqlError(11706, name);
  return Number(size);
}

export function alterSequence(statement: AlterSequence, context: DdlContext): void {
  const { target, object } = findTarget(context, statement.name);
  if (object === undefined) throw sqlError(208, nameText(statement.name));
  if (object.kind !== 'sequence') throw sqlError(2010, nameText(statement.name));
  const { options } = statement;
  if (find(options, 'START WITH') !== undefined) throw sqlError(11710, 'START WITH');
  const limits = integerLimits(object.type);
  const limit = (name: 'MINVALUE' | 'MAXVALUE', before: bigint, bound: bigint): bigint =>
    find(options, name)?.no === true ? bound : (integerOption(options, name, context) ?? before);
  const after: Sequence = {
    ...object,
    modified: context.now,
    increment: integerOption(options, 'INCREMENT BY', context) ?? object.increment,
    minimum: limit('MINVALUE', object.minimum, limits[0]),
    maximum: limit('MAXVALUE', object.maximum, limits[1]),
    start: integerOption(options, 'RESTART', context) ?? object.start,
    cycle: isWanted(options, 'CYCLE') ?? object.cycle,
    cache: cacheSize(options, object.name, context) ?? object.cache,
  };
  requireInType({ MINVALUE: after.minimum, MAXVALUE: after.maximum, 'RESTART WITH': after.start }, limits);
  requireConsistent(after);
  commitCatalog(context, target.catalog, putObject(target.catalog, after));
  // RESTART WITH n is also the new start value, so that the counter simply begins again.
  if (find(options, 'RESTART') !== undefined) context.counters.setSequence(target.catalog.databaseId, object.id, null);
}
