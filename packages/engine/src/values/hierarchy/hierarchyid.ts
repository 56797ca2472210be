/**
 * hierarchyid as its values are: bytes. The methods that T-SQL calls, over bytes in and bytes out, with the exceptions of SqlHierarchyId, which reach
 * a client inside error 6522. Values are decoded for each call.
 */

import { type SqlError, sqlErrorState } from '../../errors.ts';
import { compareLabels, labelBetween } from './between.ts';
import { beginsWith, decodePath, encodePath, type Label, type Path } from './path.ts';
import { formatPath, parsePath } from './text.ts';

/** The root, `/`: no bits at all. */
export const ROOT = new Uint8Array(0);

export function parseHierarchyId(text: string): Uint8Array {
  const path = parsePath(text);
  const bytes = path === undefined ? undefined : encodePath(path);
  if (bytes !== undefined) return bytes;
  throw failure(
    24001,
    'Parse(SqlString input)',
    `SqlHierarchyId.Parse failed because the input string '${text}' is not a valid string representation of a SqlHierarchyId node.`,
  );
}

/** A binary value as it comes, when it is one: any other bits are refused, padding included. */
export function checkHierarchyId(bytes: Uint8Array): Uint8Array {
  const again = encodePath(pathOf(bytes));
  if (again === undefined || Buffer.compare(again, bytes) !== 0) throw invalidBits();
  return bytes;
}

export const hierarchyIdText = (bytes: Uint8Array): string => formatPath(pathOf(bytes));

/** The number of levels below the root. */
export const levelOf = (bytes: Uint8Array): number => pathOf(bytes).length;

/** The nth ancestor; null above the root. */
export function ancestorOf(bytes: Uint8Array, n: number): Uint8Array | null {
  if (n < 0) throw failure(24011, 'GetAncestor(Int32 n)', "SqlHierarchyId.GetAncestor failed because 'n' was negative.");
  const path = pathOf(bytes);
  return n > path.length ? null : bytesOf(path.slice(0, path.length - n));
}

/** Whether `bytes` is `ancestor` or lies below it. */
export const isDescendantOf: (bytes: Uint8Array, ancestor: Uint8Array) => boolean = beginsWith;

/** A child of `bytes` between two of its children. */
export function descendantOf(bytes: Uint8Array, child1: Uint8Array | null, child2: Uint8Array | null): Uint8Array {
  const path = pathOf(bytes);
  const before = child1 === null ? null : childLabel('child1', path, pathOf(child1));
  const after = child2 === null ? null : childLabel('child2', path, pathOf(child2));
  if (before !== null && after !== null && compareLabels(before, after) >= 0) {
    const shown = [before, after].map((label) => formatPath([...path, label]));
    throw descendantFailure(24008, `'child1' must be less than 'child2'.  'child1' was '${shown[0]}' and 'child2' was '${shown[1]}'.`);
  }
  return bytesOf([...path, labelBetween(before, after)]);
}

/** The same node below another root. */
export function reparented(bytes: Uint8Array, oldRoot: Uint8Array, newRoot: Uint8Array): Uint8Array {
  const [path, from] = [pathOf(bytes), pathOf(oldRoot)];
  if (startsWith(path, from)) return bytesOf([...pathOf(newRoot), ...path.slice(from.length)]);
  throw failure(
    24009,
    'GetReparentedValue(SqlHierarchyId oldRoot, SqlHierarchyId newRoot)',
    `SqlHierarchyId.GetReparentedValue failed because 'oldRoot' was not an ancestor node of 'this'.  'oldRoot' was '${formatPath(from)}', and 'this' was '${formatPath(path)}'.`,
  );
}

function pathOf(bytes: Uint8Array): Path {
  const path = decodePath(bytes);
  if (path === undefined) throw invalidBits();
  return path;
}

const invalidBits = (): SqlError =>
  failure(
    24000,
    'Read(BinaryReader r)',
    'SqlHierarchyId operation failed because HierarchyId object was constructed from an invalid binary string.',
  );

function bytesOf(path: Path): Uint8Array {
  return encodePath(path) ?? parseHierarchyId(formatPath(path));
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((label, i) => compareLabels(label, path[i]!) === 0);
}

function childLabel(name: 'child1' | 'child2', parent: Path, child: Path): Label {
  const label = child.at(-1);
  if (label !== undefined && child.length === parent.length + 1 && startsWith(child, parent)) return label;
  const shown = `'${name}' was '${formatPath(child)}' and 'this' was '${formatPath(parent)}'.`;
  throw descendantFailure(name === 'child1' ? 24006 : 24007, `'${name}' must be a child of 'this'.  ${shown}`);
}

const descendantFailure = (number: number, reason: string): SqlError =>
  failure(number, 'GetDescendant(SqlHierarchyId child1, SqlHierarchyId child2)', `SqlHierarchyId.GetDescendant failed because ${reason}`);

/** 6522 as the server words an exception of the .NET method. */
function failure(number: number, method: string, text: string): SqlError {
  const exception = 'Microsoft.SqlServer.Types.HierarchyIdException';
  const trace = `${exception}: \r\n   at Microsoft.SqlServer.Types.SqlHierarchyId.${method}`;
  return sqlErrorState(6522, 2, 'hierarchyid', `\r\n${exception}: ${number}: ${text}\r\n${trace}\r\n`);
}
