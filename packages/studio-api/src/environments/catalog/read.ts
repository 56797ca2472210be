/**
 * The catalog of an environment as one plain value, for completion, checks and signatures: read with a handful of queries in one batch.
 *
 * Rows refer to each other by object_id; they are gathered in maps first, so that the time is linear in the size of the catalog.
 */
import { createHash } from 'node:crypto';
import type { CatalogColumn, CatalogParameter, CatalogRoutine, CatalogSnapshot, CatalogTable, CatalogType } from '@sprocket/tsql';
import { EnvironmentRefused, EnvironmentUnreachable } from '../failures.ts';
import type { Row, SqlSession } from '../session.ts';
import type { ParameterDefaults, ProcedureDefaults } from './defaults.ts';
import { CATALOG_QUERIES, type CatalogQuery } from './queries.ts';
import { typeName } from './type-name.ts';

export interface ReadCatalog {
  readonly snapshot: CatalogSnapshot;
  /** Of the content: the same catalog has the same tag. */
  readonly etag: string;
  readonly json: string;
}

const TIMEOUT = 30_000;

/** `defaults` remembers from reading to reading what it found in the texts of procedures. */
export async function readCatalog(session: SqlSession, defaults: ParameterDefaults): Promise<ReadCatalog> {
  const sets = await resultSets(session);
  const procedures = sets.objects
    .filter(([, , , type]) => type === 'P')
    .map(([id, , , , modified]) => ({ id: text(id), modified: text(modified) }));
  const snapshot = buildSnapshot(sets, await defaults.of(session, procedures));
  const json = JSON.stringify(snapshot);
  return { snapshot, json, etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` };
}

type Sets = Readonly<Record<CatalogQuery, readonly Row[]>>;

async function resultSets(session: SqlSession): Promise<Sets> {
  const names = Object.keys(CATALOG_QUERIES) as CatalogQuery[];
  const text = `SET NOCOUNT ON;\n${names.map((name) => CATALOG_QUERIES[name]).join(';\n')};`;
  const sets: Row[][] = [];
  const listener = { columns: () => void sets.push([]), row: (row: Row) => void sets.at(-1)?.push(row) };
  const { end, error } = await session.run({ kind: 'batch', text }, listener, { timeoutMilliseconds: TIMEOUT });
  if (error !== undefined) throw new EnvironmentRefused([error]);
  if (end !== 'completed') throw new EnvironmentUnreachable('timeout', 'The server took too long to describe its catalog.');
  return Object.fromEntries(names.map((name, index) => [name, sets[index] ?? []])) as unknown as Sets;
}

function buildSnapshot(sets: Sets, defaults: ProcedureDefaults): CatalogSnapshot {
  const [database, defaultSchema] = sets.session[0] ?? [];
  const keys = new Set(sets.keys.map(([object, column]) => `${object}.${column}`));
  const columns = grouped(sets.columns, (row) => column(row, keys));
  const parameters = groupRows(sets.parameters);
  return {
    database: database ?? '',
    defaultSchema: defaultSchema ?? 'dbo',
    schemas: sets.schemas.map(([name]) => text(name)),
    tables: sets.objects.flatMap((row) => table(row, columns)),
    routines: sets.objects.flatMap((row) => routine(row, parameters, columns, defaults)),
    types: sets.types.map((row) => type(row, columns)),
  };
}

const TABLE_KINDS: Readonly<Record<string, CatalogTable['kind']>> = { U: 'table', V: 'view', SN: 'synonym' };
const ROUTINE_KINDS: Readonly<Record<string, CatalogRoutine['kind']>> = {
  P: 'procedure',
  PC: 'procedure',
  FN: 'scalar-function',
  FS: 'scalar-function',
  IF: 'table-function',
  TF: 'table-function',
  FT: 'table-function',
};

type Columns = ReadonlyMap<string, readonly CatalogColumn[]>;

function table([id, schema, name, type]: Row, columns: Columns): CatalogTable[] {
  const kind = TABLE_KINDS[type ?? ''];
  return kind === undefined ? [] : [{ schema: text(schema), name: text(name), kind, columns: columns.get(text(id)) ?? [] }];
}

function routine(
  [id, schema, name, type]: Row,
  parameters: ReadonlyMap<string, readonly Row[]>,
  columns: Columns,
  defaults: ProcedureDefaults,
): CatalogRoutine[] {
  const kind = ROUTINE_KINDS[type ?? ''];
  if (kind === undefined) return [];
  const own = parameters.get(text(id)) ?? [];
  // Parameter 0 is the value that a scalar function returns.
  const result = own.find((row) => row[1] === '0');
  return [
    {
      schema: text(schema),
      name: text(name),
      kind,
      parameters: own.filter((row) => row !== result).map((row) => parameter(row, defaults.get(text(id)))),
      ...(result === undefined ? {} : { returns: typeAt(result) }),
      ...(kind === 'table-function' ? { columns: columns.get(text(id)) ?? [] } : {}),
    },
  ];
}

/** Without a readable text nobody knows about defaults, so the parameter counts as optional: a missing one is not called a mistake. */
function parameter(row: Row, defaults: ReadonlyMap<string, string> | undefined): CatalogParameter {
  const name = text(row[2]);
  const value = defaults?.get(name.toLowerCase());
  return {
    name,
    type: typeAt(row),
    output: row[10] === '1',
    hasDefault: value !== undefined || defaults === undefined || row[12] === '1',
    ...(value === undefined ? {} : { default: value }),
    ...(row[11] === '1' ? { readonly: true } : {}),
  };
}

function column(row: Row, keys: ReadonlySet<string>): CatalogColumn {
  const [object, ordinal, name] = row;
  return {
    name: text(name),
    type: typeAt(row),
    nullable: row[10] === '1',
    ...(row[11] === '1' ? { identity: true } : {}),
    ...(row[12] === '1' ? { computed: true } : {}),
    ...(keys.has(`${object}.${ordinal}`) ? { primaryKey: true } : {}),
  };
}

function type([schema, name, isTable, tableId, base, maxLength, precision, scale]: Row, columns: Columns): CatalogType {
  const named = { schema: text(schema), name: text(name) };
  if (isTable === '1') return { ...named, columns: columns.get(text(tableId)) ?? [] };
  return { ...named, base: printed([null, base ?? null, '0', maxLength ?? null, precision ?? null, scale ?? null]) };
}

/** Columns and parameters carry their type from the fourth column on. */
const typeAt = (row: Row) => printed(row.slice(3, 9));

function printed([schema, name, userDefined, maxLength, precision, scale]: Row): string {
  return typeName({
    schema: schema ?? '',
    name: name ?? 'sql_variant',
    userDefined: userDefined === '1',
    maxLength: Number(maxLength),
    precision: Number(precision),
    scale: Number(scale),
  });
}

function groupRows(rows: readonly Row[]): Map<string, Row[]> {
  return grouped(rows, (row) => row);
}

function grouped<T>(rows: readonly Row[], of: (row: Row) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = text(row[0]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [of(row)]);
    else group.push(of(row));
  }
  return groups;
}

const text = (cell: string | null | undefined) => cell ?? '';
