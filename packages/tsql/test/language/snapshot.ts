/** A catalog snapshot made from scripts, so that the language service is tested against the sample schema without a server. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  CatalogColumn,
  CatalogParameter,
  CatalogRoutine,
  CatalogSnapshot,
  CatalogTable,
  CatalogType,
  Parameter,
  Statement,
} from '../../src/index.ts';
import { parseScript, print } from '../../src/index.ts';
import { documentOf } from '../../src/language/document.ts';
import type { ColumnInfo } from '../../src/language/resolve/index.ts';
import { resolve } from '../../src/language/resolve/index.ts';
import { definedColumns } from '../../src/language/resolve/state.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../examples/spokes/', import.meta.url));

/** The 47 sample procedures and their texts. */
export const sampleProcedures: readonly { readonly name: string; readonly text: string }[] = readdirSync(`${EXAMPLES}procedures`, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.sql'))
  .map((name) => ({ name, text: readFileSync(`${EXAMPLES}procedures/${name}`, 'utf8') }));

/** The sample database as a snapshot. */
export function sampleCatalog(): CatalogSnapshot {
  return catalogOf([readFileSync(`${EXAMPLES}schema.sql`, 'utf8'), ...sampleProcedures.map(({ text }) => text)]);
}

/** The objects that scripts create. Views and functions see what stands before them. */
export function catalogOf(scripts: readonly string[]): CatalogSnapshot {
  let catalog: CatalogSnapshot = { database: 'spokes', defaultSchema: 'dbo', schemas: ['dbo'], tables: [], routines: [], types: [] };
  for (const batch of scripts.flatMap((script) => parseScript(script))) {
    for (const statement of batch.statements) catalog = withStatement(catalog, statement, batch.text);
  }
  return catalog;
}

function withStatement(catalog: CatalogSnapshot, statement: Statement, text: string): CatalogSnapshot {
  switch (statement.kind) {
    case 'createSchema':
      return { ...catalog, schemas: [...catalog.schemas, statement.name?.value ?? 'dbo'] };
    case 'createTable':
      return withTable(catalog, { ...named(statement.name.parts), kind: 'table', columns: columns(definedColumns(statement.elements)) });
    case 'createView':
      return withTable(catalog, {
        ...named(statement.name.parts),
        kind: 'view',
        columns: columns(queryColumns(catalog, text, statement.select.query.span.start)),
      });
    case 'createSynonym':
      return withTable(catalog, { ...named(statement.name.parts), kind: 'synonym', columns: [] });
    case 'createType':
      return { ...catalog, types: [...catalog.types, typeOf(statement)] };
    case 'createProcedure':
      return withRoutine(catalog, { ...named(statement.name.parts), kind: 'procedure', parameters: statement.parameters.map(parameterOf) });
    case 'createFunction': {
      const parameters = statement.parameters.map(parameterOf);
      const { returns } = statement;
      if (returns.kind === 'returnsScalar')
        return withRoutine(catalog, { ...named(statement.name.parts), kind: 'scalar-function', parameters, returns: print(returns.type) });
      const list =
        returns.kind === 'returnsTable'
          ? definedColumns(returns.elements)
          : statement.body.kind === 'select'
            ? queryColumns(catalog, text, statement.body.query.span.start)
            : [];
      return withRoutine(catalog, { ...named(statement.name.parts), kind: 'table-function', parameters, columns: columns(list) });
    }
    default:
      return catalog;
  }
}

function withTable(catalog: CatalogSnapshot, table: CatalogTable): CatalogSnapshot {
  return { ...catalog, tables: [...catalog.tables, table] };
}

function withRoutine(catalog: CatalogSnapshot, routine: CatalogRoutine): CatalogSnapshot {
  return { ...catalog, routines: [...catalog.routines, routine] };
}

function named(parts: readonly { readonly value: string }[]): { readonly schema: string; readonly name: string } {
  return { schema: parts.length > 1 ? parts[0]!.value : 'dbo', name: parts[parts.length - 1]!.value };
}

function typeOf({ name, definition }: Extract<Statement, { kind: 'createType' }>): CatalogType {
  if (definition.kind === 'tableType') return { ...named(name.parts), columns: columns(definedColumns(definition.elements)) };
  return definition.kind === 'aliasType' ? { ...named(name.parts), base: print(definition.base) } : named(name.parts);
}

function parameterOf(parameter: Parameter): CatalogParameter {
  const { variable, type, output, default: value, readOnly } = parameter;
  return { name: variable.name, type: print(type), output, hasDefault: value !== null, ...(readOnly ? { readonly: true } : {}) };
}

function columns(list: readonly ColumnInfo[] | null): readonly CatalogColumn[] {
  return (list ?? []).map(({ name, type, nullable }) => ({ name, type: type === '' ? 'sql_variant' : type, nullable: nullable ?? true }));
}

function queryColumns(catalog: CatalogSnapshot, text: string, start: number): readonly ColumnInfo[] | null {
  const { queryColumns: found } = resolve(documentOf(text), catalog);
  for (const [query, list] of found) if (query.span.start === start) return list;
  return null;
}
