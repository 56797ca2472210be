/** The procedures of the stub engine: what drivers call by themselves, and a few that show results of every kind. */

import type { CallParameter, ResultSink, Value } from '@sprocket/engine';
import * as tsql from '@sprocket/tsql';
import { resultColumn, type StubState } from './engine.ts';

type Procedure = (state: StubState, sink: ResultSink, parameters: readonly CallParameter[]) => Promise<void> | undefined;

export const PROCEDURES: Readonly<Record<string, Procedure>> = {
  /** Gives back each scalar parameter in a result set and, when it is an OUTPUT one, as that. */
  echo: (_state, sink, parameters) => {
    const scalars = parameters.flatMap((parameter) =>
      parameter.value.kind === 'scalar' ? [{ ...parameter, value: parameter.value }] : [],
    );
    sink.columns(scalars.map(({ name, value }) => resultColumn(name.replace('@', ''), value.type)));
    sink.row(scalars.map(({ value }) => value.value));
    sink.done('select', 1, true);
    sink.returnStatus(42);
    parameters.forEach((parameter, ordinal) => {
      if (parameter.output && parameter.value.kind === 'scalar')
        sink.returnValue(parameter.name, ordinal, parameter.value.type, parameter.value.value);
    });
    return undefined;
  },
  /** The contents of a table-valued parameter. */
  tabular: (_state, sink, parameters) => {
    const table = parameters[0]?.value;
    if (table?.kind !== 'table') throw new Error('a table expected');
    sink.message({ number: 0, severity: 0, state: 1, message: table.typeName, line: 1, procedure: 'dbo.tabular' }, false);
    sink.columns(table.columns.map(({ name, type }) => resultColumn(name, type)));
    for (const row of table.rows) sink.row(row);
    sink.done('select', table.rows.length, true);
    sink.returnStatus(0);
    return undefined;
  },
  sp_executesql: (_state, sink, parameters) => {
    const values = parameters.slice(2).map((parameter): Value => (parameter.value.kind === 'scalar' ? parameter.value.value : null));
    const types = parameters.slice(2).map((parameter) => (parameter.value.kind === 'scalar' ? parameter.value.type : tsql.INT));
    sink.columns(types.map((type, index) => resultColumn(`c${index}`, type)));
    sink.row(values);
    sink.done('select', 1, true);
    sink.returnStatus(0);
    return undefined;
  },
  sp_prepare: (state, sink) => {
    state.prepared.set(1, '');
    sink.returnStatus(0);
    sink.returnValue('handle', 0, tsql.INT, 1);
    return undefined;
  },
  sp_execute: (_state, sink, parameters) => {
    const value = parameters[1]?.value;
    sink.columns([resultColumn('value', tsql.INT)]);
    sink.row([value?.kind === 'scalar' ? value.value : null]);
    sink.done('select', 1, true);
    sink.returnStatus(0);
    return undefined;
  },
  sp_unprepare: (_state, sink) => {
    sink.returnStatus(0);
    return undefined;
  },
};
