/** Views whose rows are the same on every server: configuration options, languages, messages, time zones, numbers. */

import { BIT, INT, nchar, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, TINYINT } from '@sprocket/tsql';
import { ERRORS } from '../../error-table.ts';
import { languageOf } from '../../values/datetime/languages.ts';
import { TIME_ZONES, timeZone } from '../../values/time-zones.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit } from './shared.ts';

export interface ConfigurationOption {
  readonly id: number;
  readonly name: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly dynamic: boolean;
  readonly advanced: boolean;
}

const option = (
  id: number,
  name: string,
  value: number,
  minimum: number,
  maximum: number,
  dynamic = true,
  advanced = true,
): ConfigurationOption => ({
  id,
  name,
  value,
  minimum,
  maximum,
  dynamic,
  advanced,
});

/** The options of sp_configure with their defaults. */
export const CONFIGURATION: readonly ConfigurationOption[] = [
  option(101, 'recovery interval (min)', 0, 0, 32767),
  option(102, 'allow updates', 0, 0, 1, true, false),
  option(103, 'user connections', 0, 0, 32767, false),
  option(106, 'locks', 0, 5000, 2147483647, false),
  option(107, 'open objects', 0, 0, 2147483647, false),
  option(109, 'fill factor (%)', 0, 0, 100, false),
  option(114, 'disallow results from triggers', 0, 0, 1),
  option(115, 'nested triggers', 1, 0, 1, true, false),
  option(116, 'server trigger recursion', 1, 0, 1, true, false),
  option(117, 'remote access', 1, 0, 1, false, false),
  option(124, 'default language', 0, 0, 9999, true, false),
  option(400, 'cross db ownership chaining', 0, 0, 1, true, false),
  option(503, 'max worker threads', 0, 128, 65535, false),
  option(505, 'network packet size (B)', 4096, 512, 32767),
  option(518, 'show advanced options', 0, 0, 1, true, false),
  option(542, 'remote proc trans', 0, 0, 1, true, false),
  option(544, 'c2 audit mode', 0, 0, 1, false),
  option(1126, 'default full-text language', 1033, 0, 2147483647),
  option(1127, 'two digit year cutoff', 2049, 1753, 9999),
  option(1505, 'index create memory (KB)', 0, 704, 2147483647),
  option(1517, 'priority boost', 0, 0, 1, false),
  option(1519, 'remote login timeout (s)', 10, 0, 2147483647, true, false),
  option(1520, 'remote query timeout (s)', 600, 0, 2147483647, true, false),
  option(1531, 'cursor threshold', -1, -1, 2147483647),
  option(1532, 'set working set size', 0, 0, 1, false),
  option(1534, 'user options', 0, 0, 32767, true, false),
  option(1535, 'affinity mask', 0, -2147483648, 2147483647),
  option(1536, 'max text repl size (B)', 65536, -1, 2147483647, true, false),
  option(1537, 'media retention', 0, 0, 365),
  option(1538, 'cost threshold for parallelism', 5, 0, 32767),
  option(1539, 'max degree of parallelism', 0, 0, 32767),
  option(1540, 'min memory per query (KB)', 1024, 512, 2147483647),
  option(1541, 'query wait (s)', -1, -1, 2147483647),
  option(1543, 'min server memory (MB)', 0, 0, 2147483647),
  option(1544, 'max server memory (MB)', 2147483647, 128, 2147483647),
  option(1545, 'query governor cost limit', 0, 0, 2147483647),
  option(1546, 'lightweight pooling', 0, 0, 1, false),
  option(1547, 'scan for startup procs', 0, 0, 1, false),
  option(1549, 'affinity64 mask', 0, -2147483648, 2147483647),
  option(1550, 'affinity I/O mask', 0, -2147483648, 2147483647, false),
  option(1551, 'affinity64 I/O mask', 0, -2147483648, 2147483647, false),
  option(1555, 'transform noise words', 0, 0, 1),
  option(1556, 'precompute rank', 0, 0, 1),
  option(1557, 'PH timeout (s)', 60, 1, 3600),
  option(1562, 'clr enabled', 0, 0, 1, true, false),
  option(1563, 'max full-text crawl range', 4, 0, 256),
  option(1564, 'ft notify bandwidth (min)', 0, 0, 32767),
  option(1565, 'ft notify bandwidth (max)', 100, 0, 32767),
  option(1566, 'ft crawl bandwidth (min)', 0, 0, 32767),
  option(1567, 'ft crawl bandwidth (max)', 100, 0, 32767),
  option(1568, 'default trace enabled', 1, 0, 1),
  option(1569, 'blocked process threshold (s)', 0, 0, 86400),
  option(1570, 'in-doubt xact resolution', 0, 0, 2),
  option(1576, 'remote admin connections', 0, 0, 1, true, false),
  option(1577, 'common criteria compliance enabled', 0, 0, 1, false),
  option(1578, 'EKM provider enabled', 0, 0, 1),
  option(1579, 'backup compression default', 0, 0, 1, true, false),
  option(1580, 'filestream access level', 0, 0, 2, true, false),
  option(1581, 'optimize for ad hoc workloads', 0, 0, 1),
  option(1582, 'access check cache bucket count', 0, 0, 65536),
  option(1583, 'access check cache quota', 0, 0, 2147483647),
  option(1584, 'backup checksum default', 0, 0, 1, true, false),
  option(1585, 'automatic soft-NUMA disabled', 0, 0, 1, false),
  option(1586, 'external scripts enabled', 0, 0, 1, true, false),
  option(1587, 'clr strict security', 1, 0, 1),
  option(1588, 'column encryption enclave type', 0, 0, 2, false, false),
  option(1589, 'tempdb metadata memory-optimized', 0, 0, 1, false),
  option(1591, 'ADR cleaner retry timeout (min)', 15, 0, 32767),
  option(1592, 'ADR Preallocation Factor', 4, 0, 32767),
  option(1593, 'version high part of SQL Server', 1048576, -2147483648, 2147483647),
  option(1594, 'version low part of SQL Server', 273612803, -2147483648, 2147483647),
  option(1598, 'ADR Cleaner Thread Count', 1, 1, 32767),
  option(1599, 'hardware offload enabled', 0, 0, 1, false),
  option(1600, 'hardware offload config', 0, 0, 255, false),
  option(1601, 'hardware offload mode', 0, 0, 255, false),
  option(1602, 'backup compression algorithm', 0, 0, 2, true, false),
  option(16384, 'Agent XPs', 0, 0, 1),
  option(16386, 'Database Mail XPs', 0, 0, 1),
  option(16387, 'SMO and DMO XPs', 1, 0, 1),
  option(16388, 'Ole Automation Procedures', 0, 0, 1),
  option(16390, 'xp_cmdshell', 0, 0, 1),
  option(16391, 'Ad Hoc Distributed Queries', 0, 0, 1),
  option(16392, 'Replication XPs', 0, 0, 1),
  option(16393, 'contained database authentication', 0, 0, 1, true, false),
  option(16394, 'hadoop connectivity', 0, 0, 7, true, false),
  option(16395, 'polybase network encryption', 1, 0, 1, true, false),
  option(16396, 'remote data archive', 0, 0, 1, true, false),
  option(16397, 'allow polybase export', 0, 0, 1, true, false),
  option(16398, 'allow filesystem enumeration', 1, 0, 1),
  option(16399, 'polybase enabled', 0, 0, 1, true, false),
  option(16400, 'suppress recovery model errors', 0, 0, 1),
  option(16401, 'openrowset auto_create_statistics', 1, 0, 1),
];

const inUse = (o: ConfigurationOption, { server }: SystemContext): number => server.configuration[o.name] ?? o.value;

const configured = (o: ConfigurationOption, context: SystemContext): number => context.server.pending?.[o.name] ?? inUse(o, context);

const CONFIGURATION_COLUMNS: ColumnRows<ConfigurationOption> = {
  configuration_id: column(INT, (o) => o.id),
  name: column(nvarchar(35), (o) => o.name),
  value: nullable(SQL_VARIANT, (o, context) => ({ type: INT, value: configured(o, context) })),
  minimum: nullable(SQL_VARIANT, (o) => ({ type: INT, value: o.minimum })),
  maximum: nullable(SQL_VARIANT, (o) => ({ type: INT, value: o.maximum })),
  value_in_use: nullable(SQL_VARIANT, (o, context) => ({ type: INT, value: inUse(o, context) })),
  description: column(nvarchar(255), (o) => o.name),
  is_dynamic: column(BIT, (o) => bit(o.dynamic)),
  is_advanced: column(BIT, (o) => bit(o.advanced)),
};

interface Language {
  readonly id: number;
  readonly dateFormat: string;
  readonly dateFirst: number;
  readonly name: string;
  readonly alias: string;
  readonly lcid: number;
}

const language = (id: number, dateFormat: string, dateFirst: number, name: string, alias: string, lcid: number): Language => ({
  id,
  dateFormat,
  dateFirst,
  name,
  alias,
  lcid,
});

/** sys.syslanguages; names of months and days are those that dates are written with. */
const LANGUAGES: readonly Language[] = [
  language(0, 'mdy', 7, 'us_english', 'English', 1033),
  language(1, 'dmy', 1, 'Deutsch', 'German', 1031),
  language(2, 'dmy', 1, 'Français', 'French', 1036),
  language(3, 'ymd', 7, '日本語', 'Japanese', 1041),
  language(4, 'dmy', 1, 'Dansk', 'Danish', 1030),
  language(5, 'dmy', 1, 'Español', 'Spanish', 3082),
  language(6, 'dmy', 1, 'Italiano', 'Italian', 1040),
  language(7, 'dmy', 1, 'Nederlands', 'Dutch', 1043),
  language(8, 'dmy', 1, 'Norsk', 'Norwegian', 2068),
  language(9, 'dmy', 7, 'Português', 'Portuguese', 2070),
  language(10, 'dmy', 1, 'Suomi', 'Finnish', 1035),
  language(11, 'ymd', 1, 'Svenska', 'Swedish', 1053),
  language(12, 'dmy', 1, 'čeština', 'Czech', 1029),
  language(13, 'ymd', 1, 'magyar', 'Hungarian', 1038),
  language(14, 'dmy', 1, 'polski', 'Polish', 1045),
  language(15, 'dmy', 1, 'română', 'Romanian', 1048),
  language(16, 'ymd', 1, 'hrvatski', 'Croatian', 1050),
  language(17, 'dmy', 1, 'slovenčina', 'Slovak', 1051),
  language(18, 'dmy', 1, 'slovenski', 'Slovenian', 1060),
  language(19, 'dmy', 1, 'ελληνικά', 'Greek', 1032),
  language(20, 'dmy', 1, 'български', 'Bulgarian', 1026),
  language(21, 'dmy', 1, 'русский', 'Russian', 1049),
  language(22, 'dmy', 1, 'Türkçe', 'Turkish', 1055),
  language(23, 'dmy', 1, 'British', 'British English', 2057),
  language(24, 'dmy', 1, 'eesti', 'Estonian', 1061),
  language(25, 'ymd', 1, 'latviešu', 'Latvian', 1062),
  language(26, 'ymd', 1, 'lietuvių', 'Lithuanian', 1063),
  language(27, 'dmy', 7, 'Português (Brasil)', 'Brazilian', 1046),
  language(28, 'ymd', 7, '繁體中文', 'Traditional Chinese', 1028),
  language(29, 'ymd', 7, '한국어', 'Korean', 1042),
  language(30, 'ymd', 7, '简体中文', 'Simplified Chinese', 2052),
  language(31, 'dmy', 1, 'Arabic', 'Arabic', 1025),
  language(32, 'dmy', 7, 'ไทย', 'Thai', 1054),
  language(33, 'dmy', 1, 'norsk (bokmål)', 'Bokmål', 1044),
];

const LANGUAGE_COLUMNS: ColumnRows<Language> = {
  langid: column(SMALLINT, (l) => l.id),
  dateformat: column(nchar(3), (l) => l.dateFormat),
  datefirst: column(TINYINT, (l) => l.dateFirst),
  upgrade: nullable(INT, 0),
  name: column(SYSNAME, (l) => l.name),
  alias: column(SYSNAME, (l) => l.alias),
  months: nullable(nvarchar(372), (l) => languageOf(l.name).months.join(',')),
  shortmonths: nullable(nvarchar(132), (l) => languageOf(l.name).shortMonths.join(',')),
  days: nullable(nvarchar(217), (l) => languageOf(l.name).days.join(',')),
  lcid: column(INT, (l) => l.lcid),
  msglangid: column(SMALLINT, (l) => l.lcid),
};

interface Message {
  readonly id: number;
  readonly language: number;
  readonly severity: number;
  readonly logged: boolean;
  readonly text: string;
}

function* messages({ server }: SystemContext): Iterable<Message> {
  for (const [id, { severity, text }] of Object.entries(ERRORS)) yield { id: Number(id), language: 1033, severity, logged: false, text };
  for (const message of server.messages) yield { ...message, language: 1033 };
}

const MESSAGE_COLUMNS: ColumnRows<Message> = {
  message_id: column(INT, (m) => m.id),
  language_id: column(SMALLINT, (m) => m.language),
  severity: nullable(TINYINT, (m) => m.severity),
  is_event_logged: column(BIT, (m) => bit(m.logged)),
  text: column(nvarchar(2048), (m) => m.text),
};

const OLD_MESSAGE_COLUMNS: ColumnRows<Message> = {
  error: column(INT, (m) => m.id),
  severity: nullable(TINYINT, (m) => m.severity),
  dlevel: column(SMALLINT, (m) => (m.logged ? 128 : 0)),
  description: nullable(nvarchar(255), (m) => m.text.slice(0, 255)),
  msglangid: column(SMALLINT, (m) => m.language),
};

/** Offset of a zone now, in minutes. */
function zoneOffset(zone: string, { live }: SystemContext): number {
  return timeZone(zone)?.(live.host.now - BigInt(live.host.offset) * 600_000_000n) ?? 0;
}

/** Offset without daylight saving: the smaller one of January and July of the year 2024. */
function standardOffset(zone: string): number {
  const [january, july] = [638_396_640_000_000_000n, 638_553_888_000_000_000n];
  const at = timeZone(zone);
  return at === undefined ? 0 : Math.min(at(january), at(july));
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

const ZONE_COLUMNS: ColumnRows<string> = {
  name: column(SYSNAME, (zone) => zone),
  current_utc_offset: column(nvarchar(6), (zone, context) => offsetText(zoneOffset(zone, context))),
  is_currently_dst: column(BIT, (zone, context) => bit(zoneOffset(zone, context) > standardOffset(zone))),
};

interface OldValue {
  readonly name: string | null;
  readonly number: number;
  readonly type: string;
}

/** master..spt_values is used for its numbers 0 to 2047 of type P. */
function* numbers(): Iterable<OldValue> {
  for (let number = 0; number < 2048; number++) yield { name: null, number, type: 'P  ' };
}

const VALUE_COLUMNS: ColumnRows<OldValue> = {
  name: nullable(nvarchar(35), (v) => v.name),
  number: column(INT, (v) => v.number),
  type: column(nchar(3), (v) => v.type),
  low: nullable(INT, (v) => Math.floor(v.number / 8) + 1),
  high: nullable(INT, (v) => 2 ** (v.number % 8)),
  status: nullable(INT, 0),
};

/** sys.sysconfigures. */
const OLD_CONFIGURATION_COLUMNS: ColumnRows<ConfigurationOption> = {
  value: nullable(INT, configured),
  config: column(INT, (o) => o.id),
  comment: column(nvarchar(255), (o) => o.name),
  status: column(SMALLINT, (o) => bit(o.dynamic) | (bit(o.advanced) << 1)),
};

const CURRENT_CONFIGURATION_COLUMNS: ColumnRows<ConfigurationOption> = { ...OLD_CONFIGURATION_COLUMNS, value: nullable(INT, inUse) };

export const CONSTANT_VIEWS: readonly SystemView[] = [
  defineView('sys', 'configurations', { columns: CONFIGURATION_COLUMNS, items: () => CONFIGURATION }),
  ...(['sys', 'dbo'] as const).flatMap((schema) => [
    defineView(schema, 'sysconfigures', { columns: OLD_CONFIGURATION_COLUMNS, items: () => CONFIGURATION }),
    defineView(schema, 'syscurconfigs', { columns: CURRENT_CONFIGURATION_COLUMNS, items: () => CONFIGURATION }),
  ]),
  defineView('sys', 'syslanguages', { columns: LANGUAGE_COLUMNS, items: () => LANGUAGES }),
  defineView('dbo', 'syslanguages', { columns: LANGUAGE_COLUMNS, items: () => LANGUAGES }),
  defineView('sys', 'messages', { columns: MESSAGE_COLUMNS, items: messages }),
  defineView('sys', 'sysmessages', { columns: OLD_MESSAGE_COLUMNS, items: messages }),
  defineView('dbo', 'sysmessages', { columns: OLD_MESSAGE_COLUMNS, items: messages }),
  defineView('sys', 'time_zone_info', { live: true, columns: ZONE_COLUMNS, items: () => Object.keys(TIME_ZONES) }),
  defineView('dbo', 'spt_values', { columns: VALUE_COLUMNS, items: numbers }),
];
