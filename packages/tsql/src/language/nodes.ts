/**
 * Walking any tree without knowing its kinds: what holds for all nodes (a place, children) in one spot, so that a rule names only the kinds
 * that it is about. This is the one place where a tree is looked at as untyped data.
 */
import type {
  Assignment,
  CaseBranch,
  CommonTable,
  Constraint,
  CursorDefinition,
  CursorReference,
  Declaration,
  ExecuteArgument,
  ExternalBody,
  Identifier,
  InsertSource,
  MergeWhen,
  Output,
  Parameter,
  Span,
  StatementBody,
  With,
} from '../ast/index.ts';
import type { Printable } from '../printer/out.ts';

/** Every node that the rules look at by kind. */
export type SyntaxNode =
  | Printable
  | Assignment
  | CaseBranch
  | CommonTable
  | Constraint
  | CursorDefinition
  | CursorReference
  | Declaration
  | ExecuteArgument
  | ExternalBody
  | Identifier
  | InsertSource
  | MergeWhen
  | Output
  | Parameter
  | StatementBody
  | With;

/** Calls `visit` for each node directly below a node, in the order of its fields. */
export function forEachChild(node: SyntaxNode, visit: (child: SyntaxNode) => void): void {
  for (const value of Object.values(node)) visitValue(value, visit);
}

/** Calls `visit` for a node and everything below it; `false` leaves out what is below. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => unknown): void {
  if (visit(node) === false) return;
  forEachChild(node, (child) => walk(child, visit));
}

/** `walk` over several trees. */
export function walkAll(nodes: readonly SyntaxNode[], visit: (node: SyntaxNode) => unknown): void {
  for (const node of nodes) walk(node, visit);
}

/** Whether some node in the trees satisfies a test. */
export function contains(nodes: readonly SyntaxNode[], test: (node: SyntaxNode) => boolean): boolean {
  let found = false;
  walkAll(nodes, (node) => {
    if (!found && test(node)) found = true;
    return !found;
  });
  return found;
}

/** Whether an offset is inside a span or at one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function visitValue(value: unknown, visit: (child: SyntaxNode) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) visitValue(item, visit);
  } else if ('kind' in value) visit(value as SyntaxNode);
}
