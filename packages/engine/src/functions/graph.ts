/** Identifiers of nodes and edges and the parts they are made of, and the two forms in which pseudo columns of graph tables write them. */

import { BIGINT, INT, isInteger, nvarchar, type Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { type GraphIdentifier, identifierStart, readIdentifier } from '../values/graph-identifier.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { as, define, invalidArgument, type Param, strictText } from './define.ts';

const IDENTIFIER = nvarchar(1000);

/** A part of an identifier: an integer, and nothing that would have to become one. */
const part =
  (type: Type): Param =>
  (argument, position, name) => {
    const fits = argument.untypedNull === true || (isInteger(argument.type) && argument.type.name !== 'bit');
    if (!fits) throw invalidArgument(argument, position, name);
    return type;
  };

/** The text of an identifier; NULL unless the id is that of such a table. */
function identifierText(env: Environment, kind: 'node' | 'edge', objectId: number, id: bigint, databaseId?: number): string | null {
  const table = env.graphTable?.(objectId, databaseId);
  return table?.kind === kind ? `${identifierStart(kind, table.schema, table.name)}${id}}` : null;
}

function fromParts(kind: 'node' | 'edge'): Builtin {
  return define({
    name: `${kind.toUpperCase()}_ID_FROM_PARTS`,
    params: [part(INT), part(BIGINT)],
    returns: IDENTIFIER,
    nullable: true,
    volatility: 'statement',
    evaluate: (env: Environment, objectId: number, id: bigint) => identifierText(env, kind, objectId, id),
  });
}

/** One part of an identifier as the server writes it, of a table that exists. */
function partOf(
  name: string,
  kind: 'node' | 'edge',
  returns: Type,
  read: (identifier: GraphIdentifier, objectId: number) => Value,
): Builtin {
  return define({
    name,
    params: [strictText],
    returns,
    nullable: true,
    volatility: 'statement',
    evaluate: (env: Environment, text: string) => {
      const identifier = readIdentifier(text);
      if (identifier?.kind !== kind) return null;
      const table = env.graphTable?.({ schema: identifier.schema, name: identifier.table });
      return table?.kind === kind ? read(identifier, table.id) : null;
    },
  });
}

const graphId = ({ id }: GraphIdentifier): Value => id;
const objectId = (_: GraphIdentifier, id: number): Value => id;

export const GRAPH: readonly Builtin[] = [
  fromParts('node'),
  fromParts('edge'),
  partOf('GRAPH_ID_FROM_NODE_ID', 'node', BIGINT, graphId),
  partOf('GRAPH_ID_FROM_EDGE_ID', 'edge', BIGINT, graphId),
  partOf('OBJECT_ID_FROM_NODE_ID', 'node', INT, objectId),
  partOf('OBJECT_ID_FROM_EDGE_ID', 'edge', INT, objectId),
];

let runs = 0;

function nextRun(): number {
  runs = runs >= 2 ** 30 ? 1 : runs + 1;
  return runs;
}

/** The identifier of the row itself, and of the node that an edge leads to: how pseudo columns are bound. No call can be written with these names. */
export const ROW_IDENTIFIER = 'GRAPH ROW ID';
export const NODE_IDENTIFIER = 'GRAPH NODE ID';

export const PSEUDO_COLUMNS: readonly Builtin[] = [
  // A number of its own for each run of a statement.
  define({ name: 'GRAPH RUN', returns: INT, nullable: false, volatility: 'statement', evaluate: () => nextRun() }),
  // The table is known when the column is bound; what follows its number tells comparisons which it is.
  define({
    name: ROW_IDENTIFIER,
    params: [as(IDENTIFIER), as(BIGINT), as(INT), as(INT)],
    returns: IDENTIFIER,
    evaluate: (_env: Environment, start: string, id: bigint) => `${start}${id}}`,
    sqlite: ([start, id]) => `(${start} || ${id} || '}')`,
  }),
  define({
    name: NODE_IDENTIFIER,
    params: [as(INT), as(INT), as(BIGINT)],
    returns: IDENTIFIER,
    nullable: true,
    volatility: 'statement',
    evaluate: (env: Environment, databaseId: number, object: number, id: bigint) => identifierText(env, 'node', object, id, databaseId),
  }),
];
