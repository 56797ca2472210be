/**
 * The text in which nodes and edges are identified: `{"type":"node","schema":"dbo","table":"Person","id":0}`. What is inserted may be written more
 * freely than what the functions of identifiers read, which is only what the server itself writes.
 */

/** What an identifier says. */
export interface GraphIdentifier {
  readonly kind: 'node' | 'edge';
  readonly schema: string;
  readonly table: string;
  readonly id: bigint;
}

/** The beginning that all identifiers of a table's rows share; its number and a brace follow. */
export function identifierStart(kind: 'node' | 'edge', schema: string, table: string): string {
  return `{"type":"${kind}","schema":${JSON.stringify(schema)},"table":${JSON.stringify(table)},"id":`;
}

const TEXT = String.raw`"(?:[^"\\\u0000-\u001f]|\\.)*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)`;

const WRITTEN = new RegExp(`^\\{("type"):(${TEXT}),("schema"):(${TEXT}),("table"):(${TEXT}),("id"):(${NUMBER})\\}$`, 'i');

/** An identifier exactly as the server writes it; undefined for anything else. */
export function readIdentifier(text: string): GraphIdentifier | undefined {
  const [, , type, , schema, , table, , id] = WRITTEN.exec(text) ?? [];
  return type === undefined ? undefined : identifier(new Map([type, schema, table, id].map((value, i) => [KEYS[i] ?? '', value ?? ''])));
}

const KEYS: readonly string[] = ['type', 'schema', 'table', 'id'];

const OBJECT = /^\s*\{(.*)\}\s*$/s;
const MEMBER = new RegExp(`\\s*(${TEXT})\\s*:\\s*(${TEXT}|${NUMBER})\\s*(,|$)`, 'y');

/** An identifier as a JSON object with its four members in any order, the last of several that are written. */
export function readWrittenIdentifier(text: string): GraphIdentifier | undefined {
  const inner = OBJECT.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const members = new Map<string, string>();
  MEMBER.lastIndex = 0;
  for (let more = true; more; ) {
    const [, key, value, end] = MEMBER.exec(inner) ?? [];
    const name = key === undefined ? undefined : plainText(key);
    if (name === undefined || value === undefined) return undefined;
    members.set(name.toLowerCase(), value);
    more = end === ',';
  }
  return members.size === KEYS.length ? identifier(members) : undefined;
}

function identifier(members: ReadonlyMap<string, string>): GraphIdentifier | undefined {
  const [type, schema, table] = KEYS.slice(0, 3).map((key) => plainText(members.get(key) ?? ''));
  const kind = type?.toLowerCase();
  const id = wholeNumber(members.get('id') ?? '');
  if ((kind !== 'node' && kind !== 'edge') || schema === undefined || table === undefined || id === undefined) return undefined;
  return { kind, schema: schema.trimEnd(), table: table.trimEnd(), id };
}

function plainText(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

const LARGEST = 2n ** 63n - 1n;

function wholeNumber(text: string): bigint | undefined {
  if (text === '' || text.startsWith('"')) return undefined;
  const value = BigInt(text);
  return value <= LARGEST && value >= -LARGEST - 1n ? value : undefined;
}
