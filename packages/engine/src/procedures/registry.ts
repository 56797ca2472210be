/**
 * Procedures from files: the folder is read at start and again whenever something in it changes, and a file whose content is the same as before stays
 * what it was, with everything that was compiled from it. A broken file is kept as a problem and never stops the server; its place then has no
 * procedure. The server writes nothing into the folder.
 */

import { type FSWatcher, watch } from 'node:fs';
import { relative } from 'node:path';
import { executionContext } from '../catalog/ddl/module.ts';
import { nextVersion } from '../catalog/edit.ts';
import { type DatabaseCatalog, nameKey, objectKey, type Procedure, type SchemaObject } from '../catalog/model.ts';
import { hashOf, type LoadedProcedure, loadFile, type Problem, type ProcedureFile } from './load-file.ts';
import { type Manifest, type ParseManifest, scanFolder } from './scan.ts';

export type { Problem } from './load-file.ts';

export interface ProcedureFilesOptions {
  /** Undefined: there are none. */
  readonly directory: string | undefined;
  readonly parseManifest: ParseManifest | undefined;
  readonly log: (level: 'info' | 'warn', event: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Called after every change; the databases whose procedures changed. */
  readonly changed: (databases: ReadonlySet<string>) => void;
}

/** The folder for procedures that every database has. */
export const GLOBAL = '_global';

interface Entry {
  readonly file: ProcedureFile;
  readonly manifest: Manifest;
  /** Null for a broken file. */
  readonly procedure: Procedure | null;
}

/** Milliseconds without another change before the folder is read again. */
const QUIET = 80;

/** File procedures have ids of their own, far from those of any database. */
const FIRST_ID = -2_000_000_000;
const IDS = 1_000_000_000;

/** Which place has which id. Permissions are kept by id, so a place has the same one after every start. */
const ids = new Map<number, string>();

function stableId(place: string): number {
  let id = FIRST_ID + (fold(place) % IDS);
  while ((ids.get(id) ?? place) !== place) id += 1;
  ids.set(id, place);
  return id;
}

/** FNV-1a. */
function fold(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

export class ProcedureFiles {
  readonly #options: ProcedureFilesOptions;
  /** By place. */
  #entries: ReadonlyMap<string, Entry> = new Map();
  #folderProblems: readonly Problem[] = [];
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ProcedureFilesOptions) {
    this.#options = options;
  }

  /** Reads the folder and begins to watch it. */
  start(watching: boolean): void {
    const { directory } = this.#options;
    if (directory === undefined) return;
    this.rescan();
    if (!watching) return;
    this.#watcher = watch(directory, { recursive: true }, () => this.#schedule());
    this.#watcher.on('error', (error) => this.#options.log('warn', 'procedures folder is not watched', { error: error.message }));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watcher?.close();
  }

  /** What is wrong with the folder and its files. */
  problems(): readonly Problem[] {
    const broken = [...this.#entries.values()].flatMap(({ file }) => (file.kind === 'problem' ? [file.problem] : []));
    return [...this.#folderProblems, ...broken];
  }

  /** A procedure of a folder; undefined when there is none. */
  procedure(database: string, schema: string, name: string): { readonly procedure: Procedure; readonly file: LoadedProcedure } | undefined {
    const entry = this.#entries.get(placeKey(database, schema, name));
    return entry?.file.kind === 'procedure' && entry.procedure !== null ? { procedure: entry.procedure, file: entry.file } : undefined;
  }

  /** Why a place has no procedure; the file is named relative to the folder. */
  problem(database: string, schema: string, name: string): Problem | undefined {
    const entry = this.#entries.get(placeKey(database, schema, name));
    return entry?.file.kind === 'problem' ? { ...entry.file.problem, file: this.#nameOf(entry.file.place.file) } : undefined;
  }

  /** All procedures that loaded, with where they belong. */
  *all(): Iterable<{
    readonly database: string;
    readonly procedure: Procedure;
    readonly file: LoadedProcedure;
    readonly manifest: Manifest;
  }> {
    for (const { file, procedure, manifest } of this.#entries.values()) {
      if (file.kind === 'procedure' && procedure !== null) yield { database: file.place.database, procedure, file, manifest };
    }
  }

  /** The catalog with the procedures of the database's files, and no others of files; the same catalog when it has them already. */
  merge(catalog: DatabaseCatalog): DatabaseCatalog {
    const wanted = [...this.all()].flatMap(({ database, procedure }) => (nameKey(database) === nameKey(catalog.name) ? [procedure] : []));
    const present = [...catalog.objects.values()].filter(isFromFile);
    if (present.length === wanted.length && wanted.every((procedure) => catalog.objectsById.get(procedure.id) === procedure))
      return catalog;
    const objects = new Map([...catalog.objects].filter(([, object]) => !isFromFile(object)));
    for (const procedure of wanted) {
      const key = objectKey(procedure.schema, procedure.name);
      const taken = objects.get(key);
      if (taken === undefined) objects.set(key, procedure);
      else
        this.#options.log('warn', 'procedure hides behind an object of the database', {
          file: procedure.file,
          object: `${taken.schema}.${taken.name}`,
        });
    }
    return {
      ...catalog,
      version: nextVersion(),
      objects,
      objectsById: new Map([...objects.values()].map((object) => [object.id, object])),
    };
  }

  rescan(): void {
    const { directory, parseManifest } = this.#options;
    if (directory === undefined) return;
    const scan = scanFolder(directory, parseManifest);
    const before = this.#entries;
    const after = new Map<string, Entry>();
    const changed = new Set<string>();
    for (const { place, text, manifest } of scan.files) {
      const key = placeKey(place.database, place.schema, place.name);
      const known = before.get(key);
      const hash = hashOf(text);
      if (known?.file.hash === hash && known.file.place.file === place.file) {
        after.set(key, known);
        continue;
      }
      const entry = entryOf(loadFile(place, text, hash), { manifest, known, shownFile: this.#nameOf(place.file) });
      after.set(key, entry);
      changed.add(nameKey(place.database));
      this.#report(known === undefined ? 'procedure added' : 'procedure changed', entry);
    }
    for (const [key, entry] of before) {
      if (after.has(key)) continue;
      changed.add(nameKey(entry.file.place.database));
      this.#report('procedure removed', entry);
    }
    this.#reportFolder(scan.problems);
    this.#entries = after;
    if (changed.size > 0) this.#options.changed(changed);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rescan(), QUIET);
    this.#timer.unref();
  }

  /** A file as messages name it: clients learn nothing of the server's folders. */
  #nameOf(file: string): string {
    return relative(this.#options.directory ?? '', file).replaceAll('\\', '/');
  }

  #report(event: string, { file, manifest }: Entry): void {
    const { place } = file;
    const name = this.#nameOf(place.file);
    if (file.kind === 'problem' && event !== 'procedure removed') {
      this.#options.log('warn', 'procedure is broken', { file: name, line: file.problem.line, message: file.problem.message });
      return;
    }
    const version = manifest.version === undefined ? {} : { version: manifest.version };
    this.#options.log('info', event, { file: name, database: place.database, procedure: `${place.schema}.${place.name}`, ...version });
  }

  #reportFolder(problems: readonly Problem[]): void {
    const known = new Set(this.#folderProblems.map(({ file, message }) => `${file}\n${message}`));
    for (const { file, message } of problems)
      if (!known.has(`${file}\n${message}`)) this.#options.log('warn', 'procedures folder', { file, message });
    this.#folderProblems = problems;
  }
}

const placeKey = (database: string, schema: string, name: string): string => `${nameKey(database)}/${objectKey(schema, name)}`;

const isFromFile = (object: SchemaObject): boolean => object.kind === 'procedure' && object.file !== null;

interface EntryContext {
  readonly manifest: Manifest;
  readonly known: Entry | undefined;
  readonly shownFile: string;
}

/** A changed file keeps the id of its procedure. */
function entryOf(file: ProcedureFile, { manifest, known, shownFile }: EntryContext): Entry {
  if (file.kind === 'problem') return { file, manifest, procedure: null };
  const { place, definition, annotations } = file;
  const now = BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n;
  const procedure: Procedure = {
    kind: 'procedure',
    id: stableId(placeKey(place.database, place.schema, place.name)),
    schema: place.schema,
    name: place.name,
    created: known?.procedure?.created ?? now,
    modified: now,
    definition,
    settings: { ansiNulls: true, quotedIdentifier: true },
    annotations: { ...annotations, ...prefixed(manifest) },
    executeAs: executionContext(file.tree.options, 'dbo'),
    schemaBound: false,
    encrypted: false,
    parameters: file.parameters,
    file: shownFile,
  };
  return { file, manifest, procedure };
}

/** What the manifest says, beside the file's own annotations. */
function prefixed(manifest: Manifest): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(manifest).map(([key, value]) => [`manifest.${key}`, String(value)]));
}
