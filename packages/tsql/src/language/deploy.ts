/**
 * A draft as the one batch that publishes it. Edits stand at the places of tokens that the parser found: the verb becomes CREATE OR ALTER and
 * the name becomes the procedure's own, everything else stays as it was typed, comments included. The result knows how its places map back
 * to the draft, since a server reports errors in lines of what it was sent.
 */
import type { CreateProcedure, Span } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { baseName, sameName, schemaName } from './catalog.ts';
import type { Document } from './document.ts';
import { documentOf } from './document.ts';
import type { Position, Problem, TextEdit } from './problem.ts';
import { applyEdits, columnAt, problem } from './problem.ts';
import { bracketed, parseProcedure, procedureOf } from './procedure.ts';

/** The schema and name that a procedure has in the workbench. */
export interface ProcedureName {
  readonly schema: string;
  readonly name: string;
}

/** What to send, and how its places map to the draft. Plain data, so that it can be stored and sent. */
export interface Deployment {
  readonly sql: string;
  readonly map: PositionMap;
}

/** A line of the draft is a line of the batch plus `lineOffset`; columns behind an edit move by its `shift`. */
export interface PositionMap {
  readonly lineOffset: number;
  readonly shifts: readonly ColumnShift[];
}

/** On this line of the batch, columns at or after `column` are `shift` further right than in the draft. */
export interface ColumnShift {
  readonly line: number;
  readonly column: number;
  readonly shift: number;
}

/** A deployment, or the reasons why there is none. */
export type DeploymentResult =
  | { readonly ok: true; readonly deployment: Deployment }
  | { readonly ok: false; readonly diagnostics: readonly Problem[] };

/** Turns a draft into `CREATE OR ALTER PROCEDURE [schema].[name] …`. */
export function toCreateOrAlter(text: string, own: ProcedureName): DeploymentResult {
  const document = documentOf(text);
  const procedure = procedureOf(document);
  const diagnostics = [
    ...parseProcedure(text).diagnostics,
    ...(procedure === undefined ? emptyBody(document) : otherName(document, procedure, own)),
  ];
  if (diagnostics.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics };
  const deployment = procedure === undefined ? wrapped(document, own) : rewritten(document, procedure, own);
  return { ok: true, deployment };
}

/** The place in the draft of a place in the batch that was sent. */
export function draftPosition(map: PositionMap, { line, column }: Position): Position {
  const moved = map.shifts.filter((shift) => shift.line === line && shift.column <= column).reduce((sum, { shift }) => sum + shift, 0);
  return { line: Math.max(1, line + map.lineOffset), column: Math.max(1, column - moved) };
}

function emptyBody(document: Document): readonly Problem[] {
  if (document.tokens.length > 1) return [];
  const span = { start: 0, end: 0, line: 1 };
  return [problem(document.text, 'draft-empty', 'error', span, 'The draft has no statements.')];
}

function otherName(document: Document, { name }: CreateProcedure, own: ProcedureName): readonly Problem[] {
  const schema = schemaName(name);
  if (sameName(baseName(name), own.name) && (schema === '' || sameName(schema, own.schema)) && name.parts.length <= 2) return [];
  const written = name.parts.map((part) => bracketed(part.value)).join('.');
  const message = `The header names ${written}, but this procedure is ${bracketed(own.schema)}.${bracketed(own.name)}.`;
  return [problem(document.text, 'draft-other-name', 'error', name.span, message)];
}

const BODY_LINES = 2;

function wrapped(document: Document, own: ProcedureName): Deployment {
  const header = `CREATE OR ALTER PROCEDURE ${bracketed(own.schema)}.${bracketed(own.name)}\nAS\n`;
  const body = document.text.slice(document.start, document.end);
  return { sql: header + body, map: { lineOffset: linesBefore(document) - BODY_LINES, shifts: [] } };
}

function rewritten(document: Document, procedure: CreateProcedure, own: ProcedureName): Deployment {
  const name = `${bracketed(own.schema)}.${bracketed(own.name)}${lineEnds(document, procedure.name.span)}`;
  const edits = [
    ...settingsBefore(document, procedure),
    ...verbEdits(document, procedure),
    { start: procedure.name.span.start, end: procedure.name.span.end, text: name },
  ].map((edit) => ({ ...edit, start: edit.start - document.start, end: edit.end - document.start }));
  const source = document.text.slice(document.start, document.end);
  return { sql: applyEdits(source, edits), map: { lineOffset: linesBefore(document), shifts: shiftsOf(source, edits) } };
}

/** A module opens its batch, so SET statements in front of it are blanked. */
function settingsBefore(document: Document, procedure: CreateProcedure): readonly TextEdit[] {
  return document.tokens
    .filter((token) => token.end <= procedure.span.start && token.type !== 'end')
    .map(({ start, end }) => ({ start, end, text: '' }));
}

function verbEdits(document: Document, procedure: CreateProcedure): readonly TextEdit[] {
  if (procedure.mode === 'createOrAlter') return [];
  const verb = document.tokens.find((token: Token) => token.start === procedure.span.start);
  return verb === undefined ? [] : [{ start: verb.start, end: verb.end, text: 'CREATE OR ALTER' }];
}

/** Line ends inside a name are kept behind it, so that lines stay what they are. */
function lineEnds(document: Document, span: Span): string {
  return '\n'.repeat(document.text.slice(span.start, span.end).split('\n').length - 1);
}

function linesBefore(document: Document): number {
  return document.text.slice(0, document.start).split('\n').length - 1;
}

function shiftsOf(source: string, edits: readonly TextEdit[]): readonly ColumnShift[] {
  const moved = new Map<number, number>();
  return edits.flatMap((edit) => {
    const line = source.slice(0, edit.start).split('\n').length;
    const before = moved.get(line) ?? 0;
    const shift = edit.text.length - (edit.end - edit.start);
    if (source.slice(edit.start, edit.end).includes('\n') || shift === 0) return [];
    moved.set(line, before + shift);
    return [{ line, column: columnAt(source, edit.start) + before + edit.text.length, shift }];
  });
}
