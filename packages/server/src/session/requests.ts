/**
 * Requests of the wire as requests of the engine: procedures that are called by number get their names, types become the language's, isolation
 * levels get their words. Nothing is executed here.
 */

import type { BulkRequest, CallParameter, IsolationLevel, ProcedureCall, TransactionRequest, Value } from '@sprocket/engine';
import {
  BulkLoadReader,
  ProcId,
  type Protocol,
  ProtocolError,
  type RpcCall,
  type RpcParameter,
  type TableValue,
  IsolationLevel as WireIsolation,
  type TransactionRequest as WireTransactionRequest,
} from '@sprocket/tds';
import { engineType, engineValue, isDefaultColumn } from './tds-types.ts';

const PROCEDURE_NAMES: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(ProcId).map(([name, id]) => [id, name.toLowerCase()]),
);

const ISOLATION: Readonly<Record<number, IsolationLevel>> = {
  [WireIsolation.READ_UNCOMMITTED]: 'read uncommitted',
  [WireIsolation.READ_COMMITTED]: 'read committed',
  [WireIsolation.REPEATABLE_READ]: 'repeatable read',
  [WireIsolation.SERIALIZABLE]: 'serializable',
  [WireIsolation.SNAPSHOT]: 'snapshot',
};

export function procedureCall(call: RpcCall): ProcedureCall {
  return { procedure: procedureName(call.procedure), parameters: call.parameters.map(callParameter) };
}

/** Undefined for the requests of distributed transactions, which there are none of. */
export function transactionRequest(request: WireTransactionRequest): TransactionRequest | undefined {
  switch (request.kind) {
    case 'begin':
      return { kind: 'begin', isolation: ISOLATION[request.isolation], name: request.name };
    case 'commit':
    case 'rollback': {
      const { kind, name, next } = request;
      return next === null ? { kind, name } : { kind, name, begin: { isolation: ISOLATION[next.isolation], name: next.name } };
    }
    case 'save':
      return request;
    case 'getDtcAddress':
    case 'propagate':
    case 'promote':
      return undefined;
  }
}

export function bulkRequest(payload: Uint8Array, protocol: Protocol): BulkRequest {
  const reader = new BulkLoadReader(protocol, payload.length);
  const { columns, rows } = reader.push(payload);
  reader.finish();
  if (columns === null) throw new ProtocolError('A bulk load without columns');
  return { columns: columns.map(({ name, type }) => ({ name, type: engineType(type) })), rows: rows.map((row) => row.map(engineValue)) };
}

function procedureName(procedure: string | number): string {
  if (typeof procedure === 'string') return procedure;
  const name = PROCEDURE_NAMES[procedure];
  if (name === undefined) throw new ProtocolError(`There is no procedure number ${procedure}`);
  return name;
}

function callParameter({ name, output, useDefault, type, value }: RpcParameter): CallParameter {
  if (type.name !== 'table')
    return { name, output, isDefault: useDefault, value: { kind: 'scalar', type: engineType(type), value: engineValue(value) } };
  const typeName = type.schema === '' ? type.typeName : `${type.schema}.${type.typeName}`;
  // A table that is NULL or not given has no rows.
  return { name, output: false, isDefault: useDefault, value: { kind: 'table', typeName, ...tableContents(value as TableValue | null) } };
}

function tableContents(table: TableValue | null): { columns: { name: string; type: ReturnType<typeof engineType> }[]; rows: Value[][] } {
  if (table === null) return { columns: [], rows: [] };
  const sent = table.columns.map((_, index) => index).filter((index) => !isDefaultColumn(table.columns[index]!));
  return {
    columns: sent.map((index) => ({ name: table.columns[index]!.name, type: engineType(table.columns[index]!.type) })),
    rows: table.rows.map((row) => sent.map((index) => engineValue(row[index] ?? null))),
  };
}
