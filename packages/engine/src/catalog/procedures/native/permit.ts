/**
 * What native procedures ask of permissions, before they run (15247): each changes an object that its arguments name, or something of the whole
 * database or server.
 */

import { sqlError } from '../../../errors.ts';
import type { Value } from '../../../values/value.ts';
import { altersObject, holdsHere } from '../../ddl/permit/objects.ts';
import { findObject } from '../../find.ts';
import type { SchemaObject } from '../../model.ts';
import { parseName } from '../../object-name.ts';
import { holdsOnServer } from '../../security/index.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';

export function permitNative({ name, writes }: NativeProcedure, context: NativeContext, args: readonly Value[]): void {
  // A namespace means triggers on the database or the server, about which the procedure asks itself.
  const isScoped = writes === 'both' && typeof args.at(-1) === 'string';
  if (writes === 'nothing' || isScoped || context.authority.server().unrestricted) return;
  const isPermitted =
    writes === 'server'
      ? holdsOnServer(context.authority.server(), SERVER_PERMISSIONS[name] ?? 'ALTER SETTINGS')
      : mayChange(name, context, args);
  if (!isPermitted) throw sqlError(15247);
}

const LINKED = 'ALTER ANY LINKED SERVER';

/** What a procedure asks for that writes the server's catalog, where it is not ALTER SETTINGS. */
const SERVER_PERMISSIONS: Readonly<Record<string, string>> = {
  sp_addlinkedserver: LINKED,
  sp_dropserver: LINKED,
  sp_addlinkedsrvlogin: LINKED,
  sp_droplinkedsrvlogin: LINKED,
  sp_serveroption: LINKED,
};

function mayChange(name: string, context: NativeContext, args: readonly Value[]): boolean {
  const catalog = context.catalogs.current();
  if (name === 'sp_addtype') return holdsHere(context, catalog, 'CREATE TYPE');
  const object = namedObject(context, (NAMED[name] ?? FIRST)(args));
  return object === undefined ? holdsHere(context, catalog, 'ALTER ANY SCHEMA') : altersObject(context, catalog, object);
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

const FIRST = (args: readonly Value[]): string => text(args[0]);
const SECOND = (args: readonly Value[]): string => text(args[1]);

/** The schema and the object of an extended property, of which `from` is the place of level 0. */
const level =
  (from: number) =>
  (args: readonly Value[]): string =>
    [text(args[from]), text(args[from + 2])].map((part) => `[${part.replaceAll(']', ']]')}]`).join('.');

/** Which argument names the object; the first where there is no row. */
const NAMED: Readonly<Record<string, (args: readonly Value[]) => string>> = {
  sp_addextendedproperty: level(3),
  sp_updateextendedproperty: level(3),
  sp_dropextendedproperty: level(2),
  sp_bindefault: SECOND,
  sp_bindrule: SECOND,
};

/** `t`, or the table of `t.c`. */
function namedObject(context: NativeContext, written: string): SchemaObject | undefined {
  const parts = parseName(written);
  if (parts === undefined) return undefined;
  const find = ([name, schema]: readonly (string | null)[]): SchemaObject | undefined =>
    findObject(context.catalogs.current(), schema ?? undefined, context.defaultSchema, name ?? '');
  const inward = [...parts].reverse();
  return find(inward) ?? find(inward.slice(1));
}
