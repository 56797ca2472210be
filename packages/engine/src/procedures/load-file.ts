/**
 * One procedure file: its text becomes a procedure, or a problem with a line and a message. The file holds one CREATE PROCEDURE whose name agrees with
 * its place: the schema with the folder, the name with the file. A schema that is not written is the folder's.
 */

import { createHash } from 'node:crypto';
import { annotations, type CreateProcedure, type DataType, type ParsedBatch, parseScript, type Type } from '@sprocket/tsql';
import { DECLARATION, resolveType } from '../bind/types.ts';
import type { Parameter } from '../catalog/model.ts';

/** `procedures/{database}/{schema}/{name}.sql`; `_global` stands for every database. */
export interface ProcedurePlace {
  /** Absolute path. */
  readonly file: string;
  readonly database: string;
  readonly schema: string;
  readonly name: string;
}

export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A file that holds a procedure. */
export interface LoadedProcedure {
  readonly kind: 'procedure';
  readonly place: ProcedurePlace;
  readonly hash: string;
  /** The text with its lines where the file has them. */
  readonly definition: string;
  readonly tree: CreateProcedure;
  readonly annotations: Readonly<Record<string, string>>;
  /** For the catalog: parameters whose types are the system's. */
  readonly parameters: readonly Parameter[];
}

/** A file that does not. */
export interface BrokenProcedure {
  readonly kind: 'problem';
  readonly place: ProcedurePlace;
  readonly hash: string;
  readonly problem: Problem;
}

export type ProcedureFile = LoadedProcedure | BrokenProcedure;

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function loadFile(place: ProcedurePlace, text: string, hash: string): ProcedureFile {
  const broken = (line: number, message: string): BrokenProcedure => ({
    kind: 'problem',
    place,
    hash,
    problem: { file: place.file, line, message },
  });
  const batches = parseScript(text);
  for (const batch of batches) {
    const [diagnostic] = batch.diagnostics;
    if (diagnostic !== undefined) return broken(batch.startLine + diagnostic.line - 1, diagnostic.message);
  }
  const found = batches.flatMap((batch) => batch.statements.flatMap((tree) => (tree.kind === 'createProcedure' ? [{ batch, tree }] : [])));
  const [first, second] = found;
  if (first === undefined) return broken(1, 'The file has no CREATE PROCEDURE statement.');
  if (second !== undefined)
    return broken(second.batch.startLine + second.tree.span.line - 1, 'The file has more than one CREATE PROCEDURE statement.');
  const mismatch = placeMismatch(place, first.tree);
  if (mismatch !== undefined) return broken(first.batch.startLine + first.tree.name.span.line - 1, mismatch);
  return {
    kind: 'procedure',
    place,
    hash,
    definition: placed(first.batch),
    tree: treeOf(first.batch, first.tree),
    annotations: annotationsOf(first.batch, first.tree),
    parameters: parametersOf(first.batch.text, first.tree),
  };
}

/** The batch with as many lines before it as it has in the file, so that errors name the file's lines. */
const placed = (batch: ParsedBatch): string => '\n'.repeat(batch.startLine - 1) + batch.text;

/** The tree of the placed text, whose spans count from the file's first line. */
function treeOf(batch: ParsedBatch, tree: CreateProcedure): CreateProcedure {
  if (batch.startLine === 1) return tree;
  const [again] = parseScript(placed(batch)).flatMap((parsed) => parsed.statements);
  return again?.kind === 'createProcedure' ? again : tree;
}

function placeMismatch(place: ProcedurePlace, tree: CreateProcedure): string | undefined {
  const [name = '', schema] = tree.name.parts.map((part) => part.value).reverse();
  if (schema !== undefined && schema !== '' && !same(schema, place.schema)) {
    return `The declared schema '${schema}' differs from the folder's, '${place.schema}'.`;
  }
  return same(name, place.name) ? undefined : `The declared name '${name}' differs from the file's, '${place.name}'.`;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Types of a database are not known here: a parameter of one is left out of the catalog, not of the procedure. */
function parametersOf(text: string, tree: CreateProcedure): readonly Parameter[] {
  return tree.parameters.flatMap((node): Parameter[] => {
    const type = systemTypeOf(node.type);
    if (type === undefined) return [];
    const written = node.default === null ? null : text.slice(node.default.span.start, node.default.span.end);
    return [{ name: node.variable.name, type, output: node.output, readOnly: node.readOnly, default: written }];
  });
}

function systemTypeOf(reference: DataType): Type | undefined {
  try {
    return resolveType(reference, DECLARATION, null).type;
  } catch {
    return undefined;
  }
}

function annotationsOf(batch: ParsedBatch, tree: CreateProcedure): Readonly<Record<string, string>> {
  const found = annotations(batch.text, batch.statements).get(tree) ?? [];
  return Object.fromEntries(found.map(({ key, value }) => [key, value ?? 'true']));
}
