/** CONNECTION constraints: which node tables the edges of a table may lead from and to. */

import type { ConnectionConstraint, ObjectName } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { findObject, nameParts } from '../../find.ts';
import { systemName } from '../../ids.ts';
import type { EdgeConstraint, Table } from '../../model.ts';
import { type Build, constraintError, requireFreeConstraintName } from './build.ts';

export function withConnection(build: Build, table: Table, constraint: ConnectionConstraint, trusted: boolean): Table {
  const { graph } = table;
  if (graph?.kind !== 'edge') throw constraintError(build, sqlError(13930, table.name));
  const id = build.takeId();
  const name = constraint.name?.value ?? systemName('EC', table.name, [], id);
  requireFreeConstraintName(build, table, name);
  const connection: EdgeConstraint = {
    id,
    name,
    systemNamed: constraint.name === null,
    clauses: constraint.pairs.map(({ from, to }) => ({ from: nodeTable(build, name, from), to: nodeTable(build, name, to) })),
    onDelete: constraint.onDelete === 'CASCADE' ? 'CASCADE' : 'NO ACTION',
    disabled: false,
    notTrusted: !trusted,
  };
  return { ...table, graph: { ...graph, connections: [...graph.connections, connection] } };
}

function nodeTable(build: Build, constraint: string, written: ObjectName): number {
  const { schema, name } = nameParts(written);
  const object = findObject(build.catalog, schema, build.context.defaultSchema, name);
  if (object?.kind !== 'table') throw constraintError(build, sqlError(13931, constraint, name));
  if (object.graph?.kind !== 'node') throw constraintError(build, sqlError(13933));
  return object.id;
}
