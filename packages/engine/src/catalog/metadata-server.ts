/**
 * SERVERPROPERTY, and properties of features that no server of ours has. The version is that of the SQL Server release whose behaviour we follow:
 * clients and tools choose their queries by it.
 */

import { BIGINT, DATETIME, SMALLINT, TINYINT } from '@sprocket/tsql';
import { collation } from '../values/collation.ts';
import type { Variant } from '../values/value.ts';
import { sameName } from './find.ts';
import type { Answers, MetadataContext } from './metadata-context.ts';
import { comparisonStyle, number, text } from './metadata-values.ts';
import { DEFAULT_COLLATION } from './seed.ts';
import { datetimeOf } from './views/shared.ts';

/** SQL Server 2022, cumulative update 17. */
export const SERVER_VERSION = { major: 16, minor: 0, build: 4175, revision: 1, update: 'CU17', reference: 'KB5048038' } as const;

/** `16.0.4175.1`. */
export const serverVersion = (): string => {
  const { major, minor, build, revision } = SERVER_VERSION;
  return `${major}.${minor}.${build}.${revision}`;
};

type Read = (context: MetadataContext) => Variant | null;

const none: Read = () => null;
const no: Read = () => number(0);
const yes: Read = () => number(1);

/** The moment when the resource database of this release was made: 2024-12-04 in ticks. */
const RESOURCE_DATE = 638_688_672_000_000_000n;

/** By folded name. */
const PROPERTIES: Readonly<Record<string, Read>> = {
  buildclrversion: () => text('v4.0.30319'),
  collation: () => text(DEFAULT_COLLATION),
  collationid: () => number(872468488),
  comparisonstyle: () => number(comparisonStyle(collation(DEFAULT_COLLATION))),
  computernamephysicalnetbios: ({ live }) => text(live.host.machineName),
  edition: () => text('Developer Edition (64-bit)'),
  editionid: () => ({ type: BIGINT, value: -2117995310n }),
  engineedition: () => number(3),
  filestreamconfiguredlevel: no,
  filestreameffectivelevel: no,
  filestreamsharename: () => text('MSSQLSERVER'),
  hadrmanagerstatus: () => number(2),
  instancedefaultbackuppath: ({ live }) => text(live.host.backupDirectory),
  instancedefaultdatapath: ({ live }) => text(`${live.host.dataDirectory}/`),
  instancedefaultlogpath: ({ live }) => text(`${live.host.dataDirectory}/`),
  instancename: none,
  isadvancedanalyticsinstalled: no,
  isbigdatacluster: no,
  isclustered: no,
  isexternalauthenticationonly: no,
  isexternalgovernanceenabled: no,
  isfulltextinstalled: yes,
  ishadrenabled: no,
  isintegratedsecurityonly: no,
  islocaldb: no,
  ispolybaseinstalled: no,
  isserversuspendedforsnapshotbackup: no,
  issingleuser: no,
  istempdbmetadatamemoryoptimized: no,
  isxtpsupported: yes,
  lcid: () => number(collation(DEFAULT_COLLATION)?.lcid ?? 1033),
  licensetype: () => text('DISABLED'),
  machinename: ({ live }) => text(live.host.machineName),
  numlicenses: none,
  pathseparator: () => text('/'),
  processid: ({ live }) => number(live.host.processId),
  productbuild: () => text(String(SERVER_VERSION.build)),
  productbuildtype: none,
  productlevel: () => text('RTM'),
  productmajorversion: () => text(String(SERVER_VERSION.major)),
  productminorversion: () => text(String(SERVER_VERSION.minor)),
  productupdatelevel: () => text(SERVER_VERSION.update),
  productupdatereference: () => text(SERVER_VERSION.reference),
  productversion: () => text(serverVersion()),
  resourcelastupdatedatetime: () => ({ type: DATETIME, value: datetimeOf(RESOURCE_DATE) }),
  resourceversion: () => text('16.00.4175'),
  servername: ({ live }) => text(live.host.serverName),
  sqlcharset: () => ({ type: TINYINT, value: 1 }),
  sqlcharsetname: () => text('iso_1'),
  sqlsortorder: () => ({ type: TINYINT, value: 52 }),
  sqlsortordername: () => text('nocase_iso'),
  suspendeddatabasecount: () => ({ type: SMALLINT, value: 0 }),
};

export const SERVER_ANSWERS: Answers = {
  SERVERPROPERTY: (context, property: string) => PROPERTIES[property.trim().toLowerCase()]?.(context) ?? null,
  ASSEMBLYPROPERTY: none,
  FULLTEXTCATALOGPROPERTY: fullTextCatalogProperty,
  FULLTEXTSERVICEPROPERTY: (_, property: string) => FULL_TEXT_SERVICE[property.trim().toLowerCase()] ?? null,
};

/** FULLTEXTSERVICEPROPERTY. */
const FULL_TEXT_SERVICE: Readonly<Record<string, number>> = {
  isfulltextinstalled: 1,
  connecttimeout: 0,
  loadosresources: 0,
  resourceusage: 0,
  verifyresourceusage: 0,
};

/** Nothing is ever being populated: all is searched as it is. */
const IDLE: ReadonlySet<string> = new Set([
  'populatestatus',
  'populatecompletionage',
  'mergestatus',
  'importstatus',
  'logsize',
  'indexsize',
]);

function fullTextCatalogProperty({ catalogs }: MetadataContext, name: string, property: string): number | null {
  const catalog = catalogs.current.fullTextCatalogs?.find((candidate) => sameName(candidate.name, name));
  const wanted = property.trim().toLowerCase();
  if (catalog === undefined) return null;
  if (wanted === 'accentsensitivity') return catalog.accents ? 1 : 0;
  return IDLE.has(wanted) ? 0 : null;
}
