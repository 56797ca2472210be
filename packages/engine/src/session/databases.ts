/**
 * The databases of the data directory: which there are, their committed catalogs, and their files as connections attach them. A catalog becomes the
 * committed one only after its transaction is durable; `epoch` then changes, so that nothing bound before is used unchecked.
 */

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checkpoints } from '../backends/sqlite/checkpoint/checkpoints.ts';
import type { SqliteConnection } from '../backends/sqlite/connection.ts';
import { LogFlush } from '../backends/sqlite/log-flush.ts';
import type { ConnectionPool } from '../backends/sqlite/pool.ts';
import { type DatabaseCatalog, type DatabaseEntry, nameKey, type ServerCatalog } from '../catalog/index.ts';

/** master, tempdb, model and msdb by id. */
export const MASTER = 1;
export const TEMPDB = 2;

export class Databases {
  readonly #directory: string;
  readonly #pool: ConnectionPool;
  readonly #catalogs = new Map<number, DatabaseCatalog>();
  readonly #ids = new Map<string, number>();
  readonly #files = new Map<number, string>();
  readonly #logs = new Map<number, LogFlush>();
  readonly #leases = new Map<number, number>();
  #checkpoints: Checkpoints | null = null;
  /** Files, relative to the directory, that are being made for a database that nobody knows yet. */
  readonly #reserved = new Set<string>();
  #server: ServerCatalog;
  #epoch = 1;
  #decorate = (catalog: DatabaseCatalog): DatabaseCatalog => catalog;

  constructor(directory: string, pool: ConnectionPool, server: ServerCatalog) {
    this.#directory = directory;
    this.#pool = pool;
    this.#server = server;
    for (const entry of server.databases.values()) this.#files.set(entry.id, join(directory, entry.file));
  }

  /** Changes with every commit of a catalog. */
  get epoch(): number {
    return this.#epoch;
  }

  get server(): ServerCatalog {
    return this.#server;
  }

  byId(id: number): DatabaseCatalog | undefined {
    return this.#catalogs.get(id);
  }

  idOf(name: string): number | undefined {
    return this.#ids.get(nameKey(name));
  }

  all(): Iterable<DatabaseCatalog> {
    return this.#catalogs.values();
  }

  fileOf(id: number): string | undefined {
    return this.#files.get(id);
  }

  /** The name under which SQL text finds the database's tables. */
  alias(id: number): string {
    return `db${id}`;
  }

  attach(connection: SqliteConnection, id: number): void {
    const file = this.#files.get(id);
    if (file === undefined) return;
    connection.attach(this.alias(id), file, { volatile: id === TEMPDB });
  }

  /** Sets what moves the logs into the files. */
  checkpointBy(checkpoints: Checkpoints): void {
    this.#checkpoints = checkpoints;
  }

  /** Flushes the logs of databases after a commit. Resolves when it is on disk; undefined where nothing has to be. */
  flush(ids: Iterable<number>): Promise<void> | undefined {
    let all: Promise<void> | undefined;
    for (const id of ids) {
      this.#checkpoints?.written(id);
      const flushed = id === TEMPDB ? undefined : this.#logOf(id)?.flush();
      if (flushed !== undefined) all = bothOf(all, flushed);
    }
    return all;
  }

  /** Sets what every catalog gets before others see it: the procedures of files. */
  decorate(decorate: (catalog: DatabaseCatalog) => DatabaseCatalog): void {
    this.#decorate = decorate;
  }

  /** Decorates all catalogs anew: the procedures of files have changed. */
  republish(): void {
    for (const catalog of [...this.#catalogs.values()]) this.publish(catalog);
  }

  /** Makes a state of a catalog the committed one. */
  publish(next: DatabaseCatalog): void {
    const catalog = this.#decorate(next);
    const before = this.#catalogs.get(catalog.databaseId);
    if (before !== undefined) this.#ids.delete(nameKey(before.name));
    this.#catalogs.set(catalog.databaseId, catalog);
    this.#ids.set(nameKey(catalog.name), catalog.databaseId);
    this.#epoch += 1;
  }

  publishServer(server: ServerCatalog): void {
    this.#server = server;
    for (const entry of server.databases.values()) this.#files.set(entry.id, join(this.#directory, entry.file));
    this.#epoch += 1;
  }

  /** Readies the place of a database file; a file left there by a failed creation is removed. */
  prepareFile(entry: DatabaseEntry): string {
    const file = join(this.#directory, entry.file);
    mkdirSync(dirname(file), { recursive: true });
    removeFiles(file);
    this.#files.set(entry.id, file);
    return file;
  }

  /** Keeps the place of a file for whoever makes a database there by other means than CREATE DATABASE, and readies it. */
  reserve(file: string): string {
    this.#reserved.add(file);
    const path = join(this.#directory, file);
    mkdirSync(dirname(path), { recursive: true });
    removeFiles(path);
    return path;
  }

  isReserved(file: string): boolean {
    return this.#reserved.has(file);
  }

  /** The place is a database's by now; if not, what lies there goes. */
  release(file: string): void {
    this.#reserved.delete(file);
    const path = join(this.#directory, file);
    if (![...this.#files.values()].includes(path)) removeFiles(path);
  }

  /** Every connection closes the file of a database that is to get another one. False when one of them, a reader or a backup is using it. */
  letGo(id: number): boolean {
    return (this.#leases.get(id) ?? 0) === 0 && this.#pool.detachEverywhere(this.alias(id));
  }

  /** The database lies in another file than before. */
  reopened(id: number): void {
    this.#closeLog(id);
    this.#epoch += 1;
  }

  /** A reader or a backup has the file open until the returned function is called. */
  lease(id: number): () => void {
    this.#leases.set(id, (this.#leases.get(id) ?? 0) + 1);
    return () => void this.#leases.set(id, (this.#leases.get(id) ?? 1) - 1);
  }

  /** Moves the log of a database into its file. */
  async checkpoint(id: number): Promise<void> {
    await this.#checkpoints?.now(id);
  }

  /** No checkpoint begins until `resumeCheckpoints`. Resolves when none has the file open. */
  async holdCheckpoints(id: number): Promise<void> {
    await this.#checkpoints?.hold(id);
  }

  resumeCheckpoints(id: number): void {
    this.#checkpoints?.resume(id);
  }

  /** Forgets a database and deletes its file. False when a lent connection or a reader still has it attached. */
  remove(entry: DatabaseEntry): boolean {
    if ((this.#leases.get(entry.id) ?? 0) > 0) return false;
    if (!this.#pool.detachEverywhere(this.alias(entry.id))) return false;
    this.#catalogs.delete(entry.id);
    this.#ids.delete(nameKey(entry.name));
    const file = this.#files.get(entry.id);
    this.#files.delete(entry.id);
    this.#closeLog(entry.id);
    if (file !== undefined) removeFiles(file);
    this.#epoch += 1;
    return true;
  }

  /** No file is written any more. */
  async close(): Promise<void> {
    await this.#checkpoints?.close();
    for (const id of [...this.#logs.keys()]) this.#closeLog(id);
  }

  #logOf(id: number): LogFlush | undefined {
    const file = this.#files.get(id);
    if (file === undefined) return undefined;
    const log = this.#logs.get(id) ?? new LogFlush(file);
    this.#logs.set(id, log);
    return log;
  }

  #closeLog(id: number): void {
    this.#logs.get(id)?.close();
    this.#logs.delete(id);
  }
}

/** Resolves when both have. */
export function bothOf(first: Promise<void> | undefined, second: Promise<void>): Promise<void> {
  return first === undefined ? second : Promise.all([first, second]).then(() => {});
}

/** The file and what SQLite keeps beside it. */
export function removeFiles(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) if (existsSync(path)) rmSync(path);
}
