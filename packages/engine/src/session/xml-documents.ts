/**
 * Documents that sp_xml_preparedocument has parsed for OPENXML, by handle. A handle is odd and never used again; it belongs to its session, outlives
 * batches and rollbacks, and goes when it is removed or the session ends.
 */

import { INT, MAX, nvarchar, type Type } from '@sprocket/tsql';
import { SqlError, sqlError, sqlErrorState } from '../errors.ts';
import { parseXml } from '../functions/index.ts';
import { matchArguments, passValue } from '../run/arguments.ts';
import type { ModuleParameter, NativeArgument } from '../run/modules.ts';
import { readXml } from '../values/convert/xml.ts';
import type { Value } from '../values/value.ts';
import type { SessionCore } from './session-core.ts';

interface PreparedXml {
  readonly text: string;
  /** Prefixes that patterns may use, as JSON. */
  readonly namespaces: string;
}

interface Store {
  readonly documents: Map<number, PreparedXml>;
  next: number;
}

const stores = new WeakMap<SessionCore, Store>();

function storeOf(core: SessionCore): Store {
  const known = stores.get(core);
  if (known !== undefined) return known;
  const store: Store = { documents: new Map(), next: 1 };
  stores.set(core, store);
  return store;
}

/** The text of a prepared document; null when there is none of that handle. */
export const preparedXml = (core: SessionCore, handle: Value): Value => stores.get(core)?.documents.get(Number(handle))?.text ?? null;

/** The namespaces of its patterns. */
export const preparedNamespaces = (core: SessionCore, handle: Value): Value =>
  stores.get(core)?.documents.get(Number(handle))?.namespaces ?? null;

const parameter = (name: string, type: Type, output = false, optional = false): ModuleParameter => ({
  name,
  type,
  table: null,
  output,
  cursor: false,
  default: optional ? { kind: 'null', span: { start: 0, end: 0, line: 0 } } : null,
});

const PREPARE: readonly ModuleParameter[] = [
  parameter('@hdoc', INT, true),
  parameter('@xmltext', nvarchar(MAX), false, true),
  parameter('@xpath_namespaces', nvarchar(MAX), false, true),
];

/** sp_xml_preparedocument @hdoc OUTPUT, @xmltext, @xpath_namespaces. */
export function prepareXml(core: SessionCore, args: readonly NativeArgument[]): number {
  const name = 'sp_xml_preparedocument';
  const matched = matchArguments(name, PREPARE, args);
  const textAt = (place: number): string | null => {
    const [argument, expected] = [matched[place], PREPARE[place]];
    const value = argument === undefined || expected === undefined ? null : passValue(name, argument, expected, core.context);
    return value === null ? null : String(value);
  };
  const text = checked(textAt(1) ?? '');
  const namespaces = JSON.stringify(declarationsOf(checked(textAt(2) ?? '')));
  const store = storeOf(core);
  const handle = store.next;
  store.next += 2;
  store.documents.set(handle, { text, namespaces });
  if (matched[0]?.output === true) matched[0].assign(handle, INT);
  return 0;
}

/** The stored form of a document; 6602 for text that is none. */
function checked(text: string): string {
  if (text === '') return '';
  try {
    return readXml(text, false);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw sqlError(6602, error.message.replace(/^XML parsing: line \d+, character \d+, /, ''));
  }
}

function declarationsOf(text: string): readonly (readonly [string, string])[] {
  const root = parseXml(text).children.find((child) => child.kind === 'element');
  return root?.declarations.filter(([prefix]) => prefix !== '') ?? [];
}

const REMOVE: readonly ModuleParameter[] = [parameter('@hdoc', INT)];

/** sp_xml_removedocument @hdoc. */
export function removeXml(core: SessionCore, args: readonly NativeArgument[]): number {
  const name = 'sp_xml_removedocument';
  const [argument] = matchArguments(name, REMOVE, args);
  const handle = argument === undefined ? null : passValue(name, argument, REMOVE[0] as ModuleParameter, core.context);
  if (stores.get(core)?.documents.delete(Number(handle)) !== true) throw sqlErrorState(8179, 5, Number(handle ?? 0));
  return 0;
}
