/**
 * Functions that exist only with OVER. SQLite's ranking functions are the same as SQL Server's, as are its CUME_DIST and PERCENT_RANK (both are one
 * division of integers in double precision) and the offset functions where nothing can differ.
 */

import { BIGINT, FLOAT, type Type } from '@sprocket/tsql';
import type { Argument, Signature, WindowBuiltin } from './builtin.ts';

/** SQL Server describes all of these as nullable, although none is ever NULL. */
const fixed = (returns: Type) => (): Signature => ({ params: [], returns, nullable: true });

const call =
  (name: string) =>
  (args: readonly string[]): string =>
    `${name.toLowerCase()}(${args.join(', ')})`;

const rankRow = (name: string, returns: Type): WindowBuiltin => ({
  name,
  minArgs: 0,
  maxArgs: 0,
  ordered: true,
  framed: false,
  signature: fixed(returns),
  sqlite: call(name),
});

/** LAG and LEAD: the default takes the type of the value. */
function offsetSignature([value, , otherwise]: readonly Argument[]): Signature {
  const { type } = value!;
  const params = [type, BIGINT, type];
  return { params, returns: type, nullable: otherwise === undefined || value!.nullable || otherwise.nullable };
}

const offsetRow = (name: string): WindowBuiltin => ({
  name,
  minArgs: 1,
  maxArgs: 3,
  ordered: true,
  framed: false,
  signature: (args) => {
    const signature = offsetSignature(args);
    return { ...signature, params: signature.params.slice(0, args.length) };
  },
  sqlite: (args, { params }) => (params.length === 1 ? call(name)(args) : undefined),
});

const edgeRow = (name: string): WindowBuiltin => ({
  name,
  minArgs: 1,
  maxArgs: 1,
  ordered: true,
  framed: true,
  signature: ([value]) => ({ params: [value!.type], returns: value!.type, nullable: true }),
  sqlite: call(name),
});

export const WINDOWS: readonly WindowBuiltin[] = [
  rankRow('ROW_NUMBER', BIGINT),
  rankRow('RANK', BIGINT),
  rankRow('DENSE_RANK', BIGINT),
  { ...rankRow('NTILE', BIGINT), minArgs: 1, maxArgs: 1, signature: () => ({ params: [BIGINT], returns: BIGINT, nullable: true }) },
  rankRow('CUME_DIST', FLOAT),
  rankRow('PERCENT_RANK', FLOAT),
  offsetRow('LAG'),
  offsetRow('LEAD'),
  edgeRow('FIRST_VALUE'),
  edgeRow('LAST_VALUE'),
];
