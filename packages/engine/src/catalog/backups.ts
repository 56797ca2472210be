/**
 * What is known of a backup: the description that travels in the backup file itself, and the history that the server keeps of the backups and restores
 * that it has made, which the tables of msdb show. Times are ticks of local time. There are no log sequence numbers here; where one is shown it is the
 * moment of the backup in ticks of UTC, so that later backups have larger ones.
 */

import type { DatabaseOptions } from './model.ts';
import { nextServerVersion, type ServerCatalog } from './server.ts';

/** One backup of one database. */
export interface BackupSet {
  readonly guid: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly database: string;
  /** The same for a database and all that were restored from its backups. */
  readonly family: string;
  readonly user: string;
  readonly server: string;
  readonly copyOnly: boolean;
  readonly compressed: boolean;
  /** WITH CHECKSUM; whatever it says, all that is stored has checksums. */
  readonly checksums: boolean;
  readonly started: bigint;
  readonly finished: bigint;
  /** Before this moment INIT leaves it alone. */
  readonly expires: bigint | null;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly sequence: bigint;
  readonly created: bigint;
  readonly collation: string;
  readonly options: Pick<DatabaseOptions, 'compatibilityLevel' | 'recovery' | 'readOnly' | 'singleUser'>;
  readonly contained: boolean;
  /** Path of the database file that was copied. */
  readonly file: string;
  /** Bytes of the database, and what they take in the backup file. */
  readonly bytes: number;
  readonly stored: number;
}

/** What all backups in one file share. */
export interface BackupMedia {
  readonly guid: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly made: bigint;
  readonly compressed: boolean;
}

export interface BackupRecord {
  /** backup_set_id */
  readonly id: number;
  readonly mediaId: number;
  /** In its file, from 1. */
  readonly position: number;
  readonly set: BackupSet;
  readonly media: BackupMedia;
  /** Full paths; mirrors follow the first. */
  readonly devices: readonly string[];
}

export interface RestoreRecord {
  readonly id: number;
  readonly backupId: number;
  readonly database: string;
  readonly user: string;
  readonly restored: bigint;
  readonly replace: boolean;
  readonly recovery: boolean;
}

/** Backups and restores by their ids as text. */
export interface BackupHistory {
  readonly backups: ReadonlyMap<string, BackupRecord>;
  readonly restores: ReadonlyMap<string, RestoreRecord>;
}

export const NO_HISTORY: BackupHistory = { backups: new Map(), restores: new Map() };

export const historyOf = (server: ServerCatalog): BackupHistory => server.history ?? NO_HISTORY;

const withHistory = (server: ServerCatalog, history: BackupHistory): ServerCatalog => ({
  ...server,
  history,
  version: nextServerVersion(),
});

const nextId = (items: ReadonlyMap<string, { readonly id: number }>): number => Math.max(0, ...[...items.values()].map(({ id }) => id)) + 1;

/** Adds a backup unless it is known; media are known by their guid. */
export function noteBackup(server: ServerCatalog, made: Omit<BackupRecord, 'id' | 'mediaId'>): ServerCatalog {
  const history = historyOf(server);
  if (recordOf(server, made.set.guid) !== undefined) return server;
  const all = [...history.backups.values()];
  const mediaId =
    all.find(({ media }) => media.guid === made.media.guid)?.mediaId ?? Math.max(0, ...all.map((record) => record.mediaId)) + 1;
  const id = nextId(history.backups);
  return withHistory(server, { ...history, backups: new Map(history.backups).set(String(id), { ...made, id, mediaId }) });
}

export const recordOf = (server: ServerCatalog, guid: string): BackupRecord | undefined =>
  [...historyOf(server).backups.values()].find(({ set }) => set.guid === guid);

export function noteRestore(server: ServerCatalog, restore: Omit<RestoreRecord, 'id'>): ServerCatalog {
  const history = historyOf(server);
  const id = nextId(history.restores);
  return withHistory(server, { ...history, restores: new Map(history.restores).set(String(id), { ...restore, id }) });
}

/** Forgets the backups that `isGone` names, with their restores. */
export function forgetBackups(server: ServerCatalog, isGone: (record: BackupRecord) => boolean): ServerCatalog {
  const { backups, restores } = historyOf(server);
  const kept = new Map([...backups].filter(([, record]) => !isGone(record)));
  return withHistory(server, { backups: kept, restores: new Map([...restores].filter(([, { backupId }]) => kept.has(String(backupId)))) });
}

/** A full backup that differential and log backups would build on. */
export const hasFullBackup = (server: ServerCatalog, family: string): boolean =>
  [...historyOf(server).backups.values()].some(({ set }) => set.family === family && !set.copyOnly);
