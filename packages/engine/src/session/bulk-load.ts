/** INSERT BULK: the batch has announced the table and its columns, the bulk load message brings the rows. They are inserted as one statement. */

import type { Execute, Insert } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { flatten } from '../program/flatten.ts';
import { createActivation } from '../run/activation.ts';
import { createCompiled } from '../run/compiled.ts';
import type { Steps } from '../run/contracts.ts';
import { readied, runChange } from '../run/statements.ts';
import type { Value } from '../values/value.ts';
import type { BulkRequest, ResultColumn } from './api.ts';
import { typeResolver } from './modules.ts';
import type { SessionCore } from './session-core.ts';

export function* insertBulk(core: SessionCore, request: BulkRequest): Steps<void> {
  const announced = core.bulk;
  core.bulk = null;
  if (announced === null) throw sqlError(4022);
  const statement = asInsert(announced);
  const program = flatten([statement], typeResolver(core, ''));
  const compiled = createCompiled(program, '', core.options);
  const activation = createActivation(core, { kind: 'batch', compiled, module: null, procedureName: null });
  const [instruction] = program.code;
  if (instruction === undefined) throw new Error('an INSERT has one instruction');
  const prepared = yield* readied(core, activation, instruction, statement);
  if (prepared.kind !== 'change' || prepared.insertRows === undefined) throw new Error('an INSERT BULK was not prepared for rows');
  const { insertRows } = prepared;
  const columns = request.columns.map(({ name, type }): ResultColumn => ({ name, type, nullable: true, identity: false, computed: false }));
  core.current = activation;
  try {
    yield* runChange(core, activation, prepared, () => insertRows(activation, copied(request.rows), columns));
  } finally {
    core.current = null;
  }
}

/** The rows of the wire may share one array. */
const copied = (rows: Iterable<readonly Value[]>): readonly (readonly Value[])[] => Array.from(rows, (row) => [...row]);

type InsertBulk = Pick<NonNullable<SessionCore['bulk']>, 'table' | 'columns' | 'span'>;

/** INSERT … EXEC of nothing: the form of INSERT that takes rows from outside. */
export function asInsert({ table, columns, span }: InsertBulk): Insert {
  const execute: Execute = {
    kind: 'executeString',
    text: { kind: 'null', span },
    args: [],
    as: null,
    at: null,
    atDataSource: false,
    options: { kind: 'executeOptions', recompile: false, resultSets: null, span },
    span,
  };
  return {
    kind: 'insert',
    with: null,
    top: null,
    target: { kind: 'table', name: table, alias: null, systemTime: null, sample: null, hints: [], forPath: false, span },
    columns: columns.length === 0 ? null : columns.map((column) => column.name),
    output: [],
    source: { kind: 'insertExecute', execute, span },
    hints: [],
    span,
  };
}
