/**
 * Spatial reference systems that a geography may have, with their ellipsoids. SQL Server lists 393; these are the ones in common use. Every one measures
 * in metres. geometry takes any number and means nothing by it.
 */

export interface ReferenceSystem {
  readonly srid: number;
  readonly name: string;
  readonly datum: string;
  readonly ellipsoid: Ellipsoid;
}

export interface Ellipsoid {
  readonly name: string;
  /** The equatorial radius in metres. */
  readonly radius: number;
  /** 1 / flattening; 0 for a sphere. */
  readonly inverseFlattening: number;
}

const ellipsoid = (name: string, radius: number, inverseFlattening: number): Ellipsoid => ({ name, radius, inverseFlattening });

const AIRY = ellipsoid('Airy 1830', 6377563.396, 299.3249646);
const CLARKE_1866 = ellipsoid('Clarke 1866', 6378206.4, 294.978698213898);
const GRS80 = ellipsoid('GRS 1980', 6378137, 298.257222101);
const INTERNATIONAL = ellipsoid('International 1924', 6378388, 297);
const WGS72 = ellipsoid('WGS 72', 6378135, 298.26);
const WGS84 = ellipsoid('WGS 84', 6378137, 298.257223563);

const system = (srid: number, name: string, datum: string, of: Ellipsoid): ReferenceSystem => ({ srid, name, datum, ellipsoid: of });

export const REFERENCE_SYSTEMS: readonly ReferenceSystem[] = [
  system(4167, 'NZGD2000', 'New Zealand Geodetic Datum 2000', GRS80),
  system(4171, 'RGF93', 'Reseau Geodesique Francais 1993', GRS80),
  system(4230, 'ED50', 'European Datum 1950', INTERNATIONAL),
  system(4258, 'ETRS89', 'European Terrestrial Reference System 1989', GRS80),
  system(4267, 'NAD27', 'North American Datum 1927', CLARKE_1866),
  system(4269, 'NAD83', 'North American Datum 1983', GRS80),
  system(4277, 'OSGB 1936', 'OSGB 1936', AIRY),
  system(4283, 'GDA94', 'Geocentric Datum of Australia 1994', GRS80),
  system(4322, 'WGS 72', 'World Geodetic System 1972', WGS72),
  system(4326, 'WGS 84', 'World Geodetic System 1984', WGS84),
];

const BY_SRID: ReadonlyMap<number, ReferenceSystem> = new Map(REFERENCE_SYSTEMS.map((row) => [row.srid, row]));

export const referenceSystem = (srid: number): ReferenceSystem | undefined => BY_SRID.get(srid);

export const ellipsoidOf = (srid: number): Ellipsoid => BY_SRID.get(srid)?.ellipsoid ?? WGS84;
