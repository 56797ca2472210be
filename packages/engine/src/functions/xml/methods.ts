/**
 * The methods of the xml type as functions of the instance and of what their query takes from the statement. A value that came out of nodes() is one
 * node, and paths in its methods start there; any other value is a whole instance.
 */

import { isBinary, MAX, nvarchar, type Type, XML } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { sqlErrorState } from '../../errors.ts';
import { converter } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import { referToNodes } from './node-reference.ts';
import { atomize, isNil, isNode, text } from './query/atom.ts';
import { compileChange, compileQuery, printItems, type QuerySite } from './query/compile.ts';
import type { Declared } from './query/typed.ts';
import type { StaticType } from './query/types.ts';
import { escapeText } from './text.ts';

export { outsideOf, type QuerySite } from './query/compile.ts';

/** What a column of nodes() is: which nodes, and whose method made them. */
export interface NodeColumn {
  readonly row: StaticType;
  /** `table.column`, as messages name what the method was called on; empty for a variable. */
  readonly receiver: string;
}

const NODE_MARK = 'sys.xml node ';

/** The type of a column of nodes(). */
export const nodeType = (column: NodeColumn): Type => ({ ...XML, alias: NODE_MARK + JSON.stringify(column) });

/** The column of nodes() that a value comes from; null for any other type. */
export function nodeColumnOf(type: Type): NodeColumn | null {
  if (type.alias?.startsWith(NODE_MARK) !== true) return null;
  const column = JSON.parse(type.alias.slice(NODE_MARK.length)) as NodeColumn;
  const declared = column.row.known === undefined ? undefined : typedRows.get(column.row.known);
  return declared === undefined ? column : { ...column, row: { ...column.row, declared } };
}

/** A method: NULL for NULL, else what it makes of the instance and the values that the query asks for. */
export type XmlMethod = (env: Environment, xml: string, ...values: readonly Value[]) => Value;

/** value(): the only item, as `type`. */
export function xmlValue(query: string, type: Type, site: QuerySite): XmlMethod {
  const { run } = compileQuery(query, site, 'value');
  const convert = isBinary(type) ? toBytes(type) : converter(nvarchar(MAX), type, { explicit: true });
  return (env, xml, ...values) => {
    const [item] = run(xml, values).items;
    if (item === undefined || isNil(item)) return null;
    const found = atomize(item);
    return convert(text(found), env, found.type);
  };
}

/** Bytes are written in base64, unless the value is a hexBinary. */
function toBytes(type: Type): (written: Value & string, env: Environment, from?: string) => Value {
  return (written, _env, from) => {
    const bytes = from === 'xs:hexBinary' ? new Uint8Array(Buffer.from(written, 'hex')) : fromBase64(written);
    if (bytes === null) return null;
    if (type.length === MAX) return bytes;
    if (type.name === 'varbinary') return bytes.subarray(0, type.length);
    const padded = new Uint8Array(type.length);
    padded.set(bytes.subarray(0, type.length));
    return padded;
  };
}

function fromBase64(written: string): Uint8Array | null {
  const bare = written.replace(/\s/g, '');
  const isBase64 = /^[A-Za-z0-9+/]*={0,2}$/.test(bare) && bare.length % 4 === 0;
  return isBase64 ? new Uint8Array(Buffer.from(bare, 'base64')) : null;
}

/** query(): the items as xml. */
export function xmlQuery(query: string, site: QuerySite): XmlMethod {
  const { run, prolog } = compileQuery(query, site, 'query');
  return (_env, xml, ...values) => printItems(run(xml, values).items, prolog, (item) => escapeText(text(item)));
}

/** exist(): 1 when there is any item, even one that is false. */
export function xmlExist(query: string, site: QuerySite): XmlMethod {
  const { run } = compileQuery(query, site, 'exist');
  return (_env, xml, ...values) => (run(xml, values).items.length > 0 ? 1 : 0);
}

/** nodes(): one row a node. */
export function xmlNodes(
  query: string,
  site: QuerySite,
): { readonly row: StaticType; readonly rows: (xml: string, values: readonly Value[]) => string[] } {
  const { run, type } = compileQuery(query, site, 'nodes');
  return {
    row: rowType(type, query, site),
    rows: (xml, values) => {
      const { items, from } = run(xml, values);
      return referToNodes(items.filter(isNode), from);
    },
  };
}

/** What is known of typed rows, which cannot travel in the name of a type. */
const typedRows = new Map<string, Declared>();
const KEPT_ROWS = 1000;

/** A row as the type of a column: what the schema says of it is kept aside under a key. */
function rowType({ declared, ...type }: StaticType, query: string, site: QuerySite): StaticType {
  if (declared === undefined) return { ...type, many: '' };
  const known = JSON.stringify([query, site], (key, value: unknown) => (key === 'declared' ? undefined : value));
  if (typedRows.size >= KEPT_ROWS) typedRows.clear();
  typedRows.set(known, declared);
  return { ...type, many: '', known };
}

/** modify(): the changed instance; 5302 for NULL. */
export function xmlModify(
  change: string,
  site: QuerySite,
  target: string,
): (env: Environment, xml: string | null, ...values: Value[]) => Value {
  const apply = compileChange(change, site);
  return (_env, xml, ...values) => {
    if (xml === null) throw sqlErrorState(5302, 1, 'modify()', target);
    return apply(xml, values);
  };
}
