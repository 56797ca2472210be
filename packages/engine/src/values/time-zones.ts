/**
 * Offsets of time zones at a moment. The rules come from the platform's time zone data through Intl; results are kept by quarter of an hour, on which
 * every change of clocks falls. Windows, and so SQL Server, knows no history before 1970: earlier moments take the rules of a later year with the
 * same calendar.
 */

import { TIME_ZONES } from './time-zone-names.ts';

export { TIME_ZONES } from './time-zone-names.ts';

const TICKS_PER_MILLISECOND = 10_000n;
const TICKS_TO_1970 = 621_355_968_000_000_000n;
const QUARTER = 900_000;
/** 28 Gregorian years, after which dates fall on the same weekdays (between 1901 and 2099). */
const CYCLE = 10_227 * 86_400_000;
const CACHE_SIZE = 5000;

const BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(TIME_ZONES).map(([name, zone]) => [name.toLowerCase(), zone]));

/** A zone's offset, in minutes east of UTC, at 100 ns ticks since 0001-01-01 UTC. */
export type ZoneOffset = (utc: bigint) => number;

const zones = new Map<string, ZoneOffset>();

/** The zone of a Windows name; undefined for any other. */
export function timeZone(name: string): ZoneOffset | undefined {
  const zone = BY_NAME.get(name.trimEnd().toLowerCase());
  if (zone === undefined) return undefined;
  const known = zones.get(zone) ?? zoneOffset(zone);
  zones.set(zone, known);
  return known;
}

function zoneOffset(zone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const cache = new Map<number, number>();
  return (utc) => {
    const quarter = Math.floor(modern(Number((utc - TICKS_TO_1970) / TICKS_PER_MILLISECOND)) / QUARTER);
    const known = cache.get(quarter);
    if (known !== undefined) return known;
    const offset = readOffset(format, quarter * QUARTER);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(quarter, offset);
    return offset;
  };
}

/** A moment of 1970 or later on the same day of the year and of the week. */
function modern(milliseconds: number): number {
  return milliseconds >= 0 ? milliseconds : milliseconds + Math.ceil(-milliseconds / CYCLE) * CYCLE;
}

function readOffset(format: Intl.DateTimeFormat, milliseconds: number): number {
  const text = format.formatToParts(milliseconds).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d{2}):(\d{2})/.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
