/**
 * The tree of a procedures folder: which files there are, and the manifest.yaml that speaks for each. What cannot be read is a problem of its own, not
 * an exception.
 */

import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, parse as parsePath } from 'node:path';
import type { Problem, ProcedurePlace } from './load-file.ts';

/** Version, author and description, as the nearest manifest gives them. */
export interface Manifest {
  readonly version?: string;
  readonly author?: string;
  readonly description?: string;
}

export interface ScannedFile {
  readonly place: ProcedurePlace;
  readonly text: string;
  readonly manifest: Manifest;
}

export interface Scan {
  readonly files: readonly ScannedFile[];
  readonly problems: readonly Problem[];
}

export type ParseManifest = (text: string) => unknown;

/** Reads the whole folder; `parseManifest` reads YAML and may throw. */
export function scanFolder(root: string, parseManifest: ParseManifest | undefined): Scan {
  const files: ScannedFile[] = [];
  const problems: Problem[] = [];
  const reader = { problems, parseManifest };
  const rootManifest = readManifest(root, {}, reader);
  for (const database of folders(root, problems)) {
    const databasePath = join(root, database);
    const databaseManifest = readManifest(databasePath, rootManifest, reader);
    for (const schema of folders(databasePath, problems)) {
      // Tenants' own procedures are not schemas.
      if (schema === '_tenant') continue;
      const path = join(databasePath, schema);
      const manifest = readManifest(path, databaseManifest, reader);
      for (const name of sqlFiles(path, problems)) {
        const file = join(path, name);
        const text = readText(file, problems);
        if (text !== undefined) files.push({ place: { file, database, schema, name: parsePath(name).name }, text, manifest });
      }
    }
  }
  return { files, problems };
}

interface ManifestReader {
  readonly problems: Problem[];
  readonly parseManifest: ParseManifest | undefined;
}

const FIELDS = ['version', 'author', 'description'] as const;

/** The manifest of a folder over that of the folder above. */
function readManifest(folder: string, above: Manifest, { problems, parseManifest }: ManifestReader): Manifest {
  const file = join(folder, 'manifest.yaml');
  if (parseManifest === undefined || !entries(folder, []).some((entry) => entry.isFile() && entry.name === 'manifest.yaml')) return above;
  try {
    const content = parseManifest(readFileSync(file, 'utf8'));
    return { ...above, ...fieldsOf(content) };
  } catch (error) {
    problems.push({ file, line: 1, message: `The manifest cannot be read: ${messageOf(error)}` });
    return above;
  }
}

function fieldsOf(content: unknown): Manifest {
  if (content === null || content === undefined) return {};
  if (typeof content !== 'object') throw new Error('it is not a mapping');
  const found = FIELDS.flatMap((field) => {
    const value: unknown = (content as Readonly<Record<string, unknown>>)[field];
    return value === undefined || value === null ? [] : [[field, String(value)]];
  });
  return Object.fromEntries(found) as Manifest;
}

function entries(folder: string, problems: Problem[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push({ file: folder, line: 1, message: `The folder cannot be read: ${messageOf(error)}` });
    return [];
  }
}

function folders(folder: string, problems: Problem[]): readonly string[] {
  return entries(folder, problems)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

function sqlFiles(folder: string, problems: Problem[]): readonly string[] {
  return entries(folder, problems)
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.sql'))
    .map((entry) => entry.name)
    .sort();
}

/** Undefined for a file that went away while the folder was read. */
function readText(file: string, problems: Problem[]): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      problems.push({ file, line: 1, message: `The file cannot be read: ${messageOf(error)}` });
    return undefined;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
