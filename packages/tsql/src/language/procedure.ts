/**
 * A draft as a procedure: with its header (CREATE, ALTER or CREATE OR ALTER), or as a body alone. One draft is one procedure in one batch;
 * whatever else stands in the text is refused with its line, because it would be lost or run by surprise when the draft is published.
 */
import type { CreateProcedure, Span, Statement } from '../ast/index.ts';
import { baseName, schemaName } from './catalog.ts';
import type { Document } from './document.ts';
import { documentOf } from './document.ts';
import type { Problem } from './problem.ts';
import { problem, syntaxProblem } from './problem.ts';
import type { ParameterSignature } from './signature.ts';
import { parameterSignature } from './signature.ts';

/** A draft, read. */
export interface ProcedureText {
  /** Absent when the draft is a body alone. */
  readonly header?: ProcedureHeader;
  /** The statements after AS, or the whole draft. */
  readonly bodySpan: Span;
  readonly diagnostics: readonly Problem[];
}

/** What stands before AS. */
export interface ProcedureHeader {
  readonly form: 'create' | 'alter' | 'create-or-alter';
  readonly schema?: string;
  readonly name: string;
  /** From CREATE or ALTER to AS. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly parameters: readonly ParameterSignature[];
  /** RECOMPILE, EXECUTE AS OWNER and the like, printed. */
  readonly options: readonly string[];
}

/** Reads a draft. */
export function parseProcedure(text: string): ProcedureText {
  const document = documentOf(text);
  const procedure = procedureOf(document);
  const diagnostics = [...syntaxProblems(document), ...shapeProblems(document)].sort((a, b) => a.span.start - b.span.start);
  if (procedure === undefined) return { bodySpan: ownSpan(document), diagnostics };
  return { header: headerOf(document, procedure), bodySpan: procedure.body.span, diagnostics };
}

/** The parameters of the procedure that a text defines; none for a body alone. */
export function signature(text: string): readonly ParameterSignature[] {
  return procedureOf(documentOf(text))?.parameters.map(parameterSignature) ?? [];
}

/** The procedure that a draft defines; undefined for a body alone. */
export function procedureOf(document: Document): CreateProcedure | undefined {
  return document.statements.find((statement) => statement.kind === 'createProcedure');
}

const FORMS = { create: 'create', alter: 'alter', createOrAlter: 'create-or-alter' } as const;

function headerOf(document: Document, procedure: CreateProcedure): ProcedureHeader {
  const { mode, name, parameters, options, body, span } = procedure;
  const schema = schemaName(name);
  const as = document.tokens.findLast((token) => token.key === 'AS' && token.end <= body.span.start && token.start >= span.start);
  return {
    form: FORMS[mode],
    ...(schema === '' ? {} : { schema }),
    name: baseName(name),
    span: { start: span.start, end: as?.end ?? body.span.start, line: span.line },
    nameSpan: name.span,
    parameters: parameters.map(parameterSignature),
    options: options.map((option) => document.text.slice(option.span.start, option.span.end)),
  };
}

/**
 * The parser's findings. RETURN with a value (178) is right in a body alone, which the parser takes for a plain batch, and SET before the
 * header (111) is dropped when the draft is deployed.
 */
function syntaxProblems(document: Document): readonly Problem[] {
  const bare = procedureOf(document) === undefined;
  return document.diagnostics.filter(({ number }) => number !== (bare ? 178 : 111)).map((item) => syntaxProblem(document.text, item));
}

function shapeProblems(document: Document): readonly Problem[] {
  return [...lostSettings(document), ...beforeHeader(document), ...otherModules(document), ...laterBatches(document)];
}

/** Settings before the header that change what the procedure means would be lost. */
function lostSettings(document: Document): readonly Problem[] {
  const off = /\bOFF\s*;?\s*$/i;
  return document.before
    .filter((batch) => off.test(batch.text.trim()))
    .map((batch) => {
      const span = { start: batch.start, end: batch.start + batch.text.length, line: batch.startLine };
      return problem(
        document.text,
        'draft-setting',
        'error',
        span,
        'A setting that is switched OFF before the procedure is not kept: procedures are deployed with ANSI settings ON.',
      );
    });
}

/** Statements in front of the header, other than SET. */
function beforeHeader(document: Document): readonly Problem[] {
  const at = document.statements.findIndex((statement) => statement.kind === 'createProcedure');
  if (at <= 0) return [];
  return document.statements
    .slice(0, at)
    .filter((statement) => statement.kind !== 'setOptions')
    .slice(0, 1)
    .map((statement) =>
      problem(
        document.text,
        'draft-before-header',
        'error',
        firstLine(document, statement),
        'Only comments and SET statements may stand before the header of the procedure.',
      ),
    );
}

const MODULES: ReadonlySet<Statement['kind']> = new Set(['createProcedure', 'createFunction', 'createTrigger', 'createView']);

/** Modules other than the first procedure. */
function otherModules(document: Document): readonly Problem[] {
  const first = document.statements.find((statement) => MODULES.has(statement.kind));
  if (first === undefined || first.kind === 'createProcedure') return [];
  return [
    problem(
      document.text,
      'draft-not-a-procedure',
      'error',
      firstLine(document, first),
      'A draft holds one stored procedure; functions, views and triggers are not procedures.',
    ),
  ];
}

/** GO and what follows it. */
function laterBatches(document: Document): readonly Problem[] {
  const [next] = document.after;
  if (next === undefined) return [];
  const lead = next.text.length - next.text.trimStart().length;
  const start = next.start + lead;
  const line = next.startLine + next.text.slice(0, lead).split('\n').length - 1;
  const end = endOfLine(document.text, start);
  const message = `A draft is one procedure in one batch; another batch begins after GO on line ${line}.`;
  return [problem(document.text, 'draft-second-batch', 'error', { start, end, line }, message)];
}

function firstLine(document: Document, statement: Statement): Span {
  const { start, end, line } = statement.span;
  return { start, end: Math.min(end, endOfLine(document.text, start)), line };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function ownSpan(document: Document): Span {
  const first = document.tokens[0]!;
  return { start: first.type === 'end' ? document.start : first.start, end: document.end, line: first.line };
}

/** A name in brackets. */
export function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}
