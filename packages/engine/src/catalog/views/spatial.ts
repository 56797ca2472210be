/** Spatial indexes with their grids, and the reference systems that a geography may have. */

import { BIT, FLOAT, INT, MAX, nvarchar, SMALLINT, SYSNAME, TINYINT } from '@sprocket/tsql';
import { REFERENCE_SYSTEMS, type ReferenceSystem } from '../../values/spatial/reference.ts';
import type { Index, Table, Tessellation } from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { INDEX_COLUMNS, indexTables } from './indexes.ts';
import { DESCRIPTION } from './shared.ts';

interface SpatialEntry {
  readonly table: Table;
  readonly index: Index;
  readonly spatial: Tessellation;
}

function* spatialIndexes(context: SystemContext): Iterable<SpatialEntry> {
  for (const table of indexTables(context))
    for (const index of table.indexes) if (index.spatial !== undefined) yield { table, index, spatial: index.spatial };
}

const isRound = ({ spatial }: SpatialEntry): boolean => spatial.scheme.startsWith('GEOGRAPHY');

/** 1 and 2 for grids of geometry and geography, 3 and 4 where the scheme chooses its grid. */
const typeOf = (entry: SpatialEntry): number => (isRound(entry) ? 2 : 1) + (entry.spatial.levels === null ? 2 : 0);

const SPATIAL_COLUMNS: ColumnRows<SpatialEntry> = {
  ...Object.fromEntries(Object.entries(INDEX_COLUMNS).slice(0, 17)),
  spatial_index_type: nullable(TINYINT, typeOf),
  spatial_index_type_desc: nullable(DESCRIPTION, (entry) => (isRound(entry) ? 'GEOGRAPHY' : 'GEOMETRY')),
  tessellation_scheme: nullable(SYSNAME, ({ spatial }) => spatial.scheme),
  has_filter: nullable(BIT, 0),
  filter_definition: nullable(nvarchar(MAX)),
  auto_created: nullable(BIT, 0),
};

const DENSITIES = ['LOW', 'MEDIUM', 'HIGH'];

const corner = (index: number) => nullable<SpatialEntry>(FLOAT, ({ spatial }) => spatial.box?.[index] ?? null);
const level = (index: number) => nullable<SpatialEntry>(SMALLINT, ({ spatial }) => spatial.levels?.[index] ?? null);
const density = (index: number) =>
  nullable<SpatialEntry>(DESCRIPTION, ({ spatial }) => DENSITIES[(spatial.levels?.[index] ?? 0) - 1] ?? null);

const TESSELLATION_COLUMNS: ColumnRows<SpatialEntry> = {
  object_id: column(INT, ({ table }) => table.id),
  index_id: column(INT, ({ index }) => index.indexId),
  tessellation_scheme: nullable(SYSNAME, ({ spatial }) => spatial.scheme),
  bounding_box_xmin: corner(0),
  bounding_box_ymin: corner(1),
  bounding_box_xmax: corner(2),
  bounding_box_ymax: corner(3),
  level_1_grid: level(0),
  level_1_grid_desc: density(0),
  level_2_grid: level(1),
  level_2_grid_desc: density(1),
  level_3_grid: level(2),
  level_3_grid_desc: density(2),
  level_4_grid: level(3),
  level_4_grid_desc: density(3),
  cells_per_object: nullable(INT, ({ spatial }) => spatial.cellsPerObject),
};

const REFERENCE_COLUMNS: ColumnRows<ReferenceSystem> = {
  spatial_reference_id: nullable(INT, (row) => row.srid),
  authority_name: nullable(nvarchar(128), 'EPSG'),
  authorized_spatial_reference_id: nullable(INT, (row) => row.srid),
  well_known_text: nullable(nvarchar(4000), wellKnownText),
  unit_of_measure: nullable(nvarchar(128), 'metre'),
  unit_conversion_factor: nullable(FLOAT, 1),
};

function wellKnownText({ name, datum, ellipsoid }: ReferenceSystem): string {
  const shape = `ELLIPSOID["${ellipsoid.name}", ${ellipsoid.radius}, ${ellipsoid.inverseFlattening}]`;
  return `GEOGCS["${name}", DATUM["${datum}", ${shape}], PRIMEM["Greenwich", 0], UNIT["Degree", 0.0174532925199433]]`;
}

export const SPATIAL_VIEWS: readonly SystemView[] = [
  defineView('sys', 'spatial_indexes', { columns: SPATIAL_COLUMNS, items: spatialIndexes }),
  defineView('sys', 'spatial_index_tessellations', { columns: TESSELLATION_COLUMNS, items: spatialIndexes }),
  defineView('sys', 'spatial_reference_systems', { columns: REFERENCE_COLUMNS, items: () => REFERENCE_SYSTEMS }),
];
