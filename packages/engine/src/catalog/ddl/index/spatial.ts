/**
 * CREATE SPATIAL INDEX: into the catalog only. Methods are computed row by row, so such an index changes no result; what it says of its grid is checked
 * and shown in sys.spatial_indexes and sys.spatial_index_tessellations.
 */

import { type CreateIndex, type Identifier, isSpatial, type Option } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { clusteredIndex, findColumn, isKey } from '../../find.ts';
import type { Index, Table, Tessellation, TessellationScheme } from '../../model.ts';
import { indexStorageName, requireFreeIndexName } from '../build/keys.ts';
import { findOption, optionText } from '../syntax.ts';

/** index_id of the first spatial index of a table. */
const FIRST_ID = 384000;

export function withSpatialIndex(table: Table, statement: CreateIndex, using: Identifier | null): Table {
  const [named] = statement.columns;
  const column = named && findColumn(table, named.name.value);
  if (column === undefined) throw sqlError(1911, named?.name.value ?? '');
  if (!isSpatial(column.type)) throw sqlError(12002, 'spatial', column.name, table.name, 'spatial', 'spatial');
  const clustered = clusteredIndex(table);
  if (clustered === undefined || !isKey(clustered) || clustered.kind !== 'primary') throw sqlError(12008, table.name, 'spatial', 'spatial');
  requireFreeIndexName(table, statement.name.value);
  const index: Index = {
    indexId: nextId(table),
    name: statement.name.value,
    unique: false,
    clustered: false,
    columns: [{ columnId: column.id, descending: false }],
    included: [],
    filter: null,
    disabled: false,
    ignoreDuplicateKeys: false,
    spatial: tessellationOf(statement.options, column.type.name === 'geography', using),
    storageName: indexStorageName(table, statement.name.value),
  };
  return { ...table, indexes: [...table.indexes, index] };
}

function nextId(table: Table): number {
  return Math.max(FIRST_ID - 1, ...table.indexes.flatMap(({ indexId, spatial }) => (spatial === undefined ? [] : [indexId]))) + 1;
}

const SCHEMES: readonly TessellationScheme[] = ['GEOMETRY_GRID', 'GEOMETRY_AUTO_GRID', 'GEOGRAPHY_GRID', 'GEOGRAPHY_AUTO_GRID'];
const CELLS: Readonly<Record<TessellationScheme, number>> = {
  GEOMETRY_GRID: 16,
  GEOMETRY_AUTO_GRID: 8,
  GEOGRAPHY_GRID: 16,
  GEOGRAPHY_AUTO_GRID: 12,
};

function tessellationOf(options: readonly Option[], round: boolean, using: Identifier | null): Tessellation {
  const grids = findOption(options, 'GRIDS');
  const scheme = using === null ? defaultScheme(round, grids !== undefined) : schemeNamed(using.value, round);
  const automatic = scheme.endsWith('AUTO_GRID');
  if (automatic && grids !== undefined) throw sqlError(12005, 'SPATIAL INDEX', 'GRIDS');
  const cells = findOption(options, 'CELLS_PER_OBJECT');
  return {
    scheme,
    box: boxOf(findOption(options, 'BOUNDING_BOX'), round),
    levels: automatic ? null : levelsOf(grids),
    cellsPerObject: cells === undefined ? CELLS[scheme] : numberOf(cells),
  };
}

function defaultScheme(round: boolean, grids: boolean): TessellationScheme {
  if (round) return grids ? 'GEOGRAPHY_GRID' : 'GEOGRAPHY_AUTO_GRID';
  return grids ? 'GEOMETRY_GRID' : 'GEOMETRY_AUTO_GRID';
}

function schemeNamed(written: string, round: boolean): TessellationScheme {
  const scheme = SCHEMES.find((name) => name === written.toUpperCase());
  if (scheme === undefined || scheme.startsWith('GEOGRAPHY') !== round) throw sqlError(12005, 'SPATIAL INDEX', written);
  return scheme;
}

const CORNERS = ['XMIN', 'YMIN', 'XMAX', 'YMAX'] as const;

/** A plane has no ends of its own, so a geometry needs the box; a globe takes none. */
function boxOf(option: Option | undefined, round: boolean): Tessellation['box'] {
  if (round) {
    if (option !== undefined) throw sqlError(12005, 'SPATIAL INDEX', 'BOUNDING_BOX');
    return null;
  }
  if (option === undefined) throw sqlError(12007, 'SPATIAL INDEX', 'BOUNDING_BOX');
  const listed = option.options ?? [];
  const [x0, y0, x1, y1] = CORNERS.map((corner, i) => {
    const own = listed.find(({ name }) => name === corner) ?? listed[i];
    return own === undefined ? Number.NaN : numberOf(own);
  });
  if (!(x0! < x1!) || !(y0! < y1!) || listed.length !== CORNERS.length) throw sqlError(12005, 'SPATIAL INDEX', 'BOUNDING_BOX');
  return [x0!, y0!, x1!, y1!];
}

const DENSITIES = ['LOW', 'MEDIUM', 'HIGH'];
const MEDIUM = 2;

/** `(LOW, LOW, MEDIUM, HIGH)`, or some of `(LEVEL_1 = LOW, …)`; what is not named is MEDIUM. */
function levelsOf(option: Option | undefined): readonly number[] {
  const listed = option?.options ?? [];
  const named = listed.some(({ name }) => name.startsWith('LEVEL_'));
  return [1, 2, 3, 4].map((level) => {
    const own = named ? listed.find(({ name }) => name === `LEVEL_${level}`) : listed[level - 1];
    if (own === undefined) return MEDIUM;
    const density = DENSITIES.indexOf((named ? optionText(own) : own.name).toUpperCase());
    if (density < 0) throw sqlError(12005, 'SPATIAL INDEX', 'GRIDS');
    return density + 1;
  });
}

function numberOf(option: Option): number {
  const value = Number(optionText(option));
  if (Number.isNaN(value)) throw sqlError(12005, 'SPATIAL INDEX', optionText(option));
  return value;
}
