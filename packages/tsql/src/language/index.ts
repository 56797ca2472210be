/**
 * The language service: what an editor and an API ask about the text of one stored procedure. It reads the draft, checks it against what an
 * environment's catalog tells, completes, explains and formats. Pure functions over text and plain data: no I/O, no dependencies, no clock.
 */
export type * from './answers.ts';
export { bindAgainst } from './bind.ts';
export type { BuiltinSignature } from './builtins.ts';
export { BUILTIN_SIGNATURES } from './builtins.ts';
export type {
  CatalogColumn,
  CatalogParameter,
  CatalogRoutine,
  CatalogSnapshot,
  CatalogTable,
  CatalogType,
} from './catalog.ts';
export { EMPTY_CATALOG } from './catalog.ts';
export { signatureHelp } from './complete/call.ts';
export { complete } from './complete/index.ts';
export type { ColumnShift, Deployment, DeploymentResult, PositionMap, ProcedureName } from './deploy.ts';
export { draftPosition, toCreateOrAlter } from './deploy.ts';
export type { FormatOptions, FormatResult } from './format/index.ts';
export { format } from './format/index.ts';
export { definition, hover, outline, semanticTokens } from './hover.ts';
export type { LintFinding, LintRule, LintSeverities, LintSeverity } from './lint/index.ts';
export { lint, lintRules } from './lint/index.ts';
export type { SyntaxNode } from './nodes.ts';
export { forEachChild } from './nodes.ts';
export type { Position, Problem, ProblemSeverity, TextEdit } from './problem.ts';
export { applyEdits } from './problem.ts';
export type { ProcedureHeader, ProcedureText } from './procedure.ts';
export { parseProcedure, signature } from './procedure.ts';
export type { JsonScalar, ParameterSignature, TypeSignature } from './signature.ts';
