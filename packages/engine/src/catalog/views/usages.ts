/** Which columns, parameters and types are made of which types: one row for each use, and the parameters that no procedure of the first number has. */

import { INT, SMALLINT } from '@sprocket/tsql';
import type { NumberedProcedure } from '../model.ts';
import { SYSTEM_TYPES, userTypeId } from '../types.ts';
import { type ColumnEntry, PARAMETER_FACTS, type ParameterEntry, parameters, parametersOf, userColumns } from './columns.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';

/** From here on ids are those of types that users made. */
const FIRST_USER_TYPE = 257;

function* ofUserTypes<Entry>(entries: Iterable<Entry>, idOf: (entry: Entry) => number): Iterable<Entry> {
  for (const entry of entries) if (idOf(entry) >= FIRST_USER_TYPE) yield entry;
}

const COLUMN_COLUMNS: ColumnRows<ColumnEntry> = {
  object_id: column(INT, (c) => c.objectId),
  column_id: column(INT, (c) => c.id),
  user_type_id: column(INT, (c, { catalog }) => userTypeId(c.type, catalog)),
};

const PARAMETER_COLUMNS: ColumnRows<ParameterEntry> = {
  object_id: column(INT, (p) => p.objectId),
  parameter_id: column(INT, (p) => p.id),
  user_type_id: column(INT, (p, { catalog }) => userTypeId(p.parameter.type, catalog)),
};

interface NumberedParameter extends ParameterEntry {
  readonly number: number;
}

function* numberedParameters({ catalog }: SystemContext): Iterable<NumberedParameter> {
  for (const object of catalog.objects.values())
    if (object.kind === 'procedure') for (const numbered of object.numbered ?? []) yield* parametersOfNumber(object.id, numbered);
}

const parametersOfNumber = (objectId: number, { number, procedure }: NumberedProcedure): readonly NumberedParameter[] =>
  parametersOf(procedure).map((entry) => ({ ...entry, objectId, number }));

const NUMBERED_COLUMNS: ColumnRows<NumberedParameter> = {
  object_id: column(INT, (p) => p.objectId),
  procedure_number: nullable(SMALLINT, (p) => p.number),
  ...PARAMETER_FACTS,
};

const assemblyTypes = SYSTEM_TYPES.filter(({ systemTypeId: id }) => id === 240);

export const USAGE_VIEWS: readonly SystemView[] = [
  defineView('sys', 'column_type_usages', {
    columns: COLUMN_COLUMNS,
    items: (context) => ofUserTypes(userColumns(context), ({ type }) => userTypeId(type, context.catalog)),
  }),
  defineView('sys', 'parameter_type_usages', {
    columns: PARAMETER_COLUMNS,
    items: (context) => ofUserTypes(parameters(context), ({ parameter }) => userTypeId(parameter.type, context.catalog)),
  }),
  defineView('sys', 'type_assembly_usages', {
    columns: { user_type_id: column<(typeof SYSTEM_TYPES)[number]>(INT, (t) => t.userTypeId), assembly_id: column(INT, 1) },
    items: () => assemblyTypes,
  }),
  defineView('sys', 'numbered_procedure_parameters', { columns: NUMBERED_COLUMNS, items: numberedParameters }),
];
