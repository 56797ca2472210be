/** Variables that a statement uses and nothing before it declares: the text is not run at all then, whatever else the statement names. */

import { forEachChild, type SyntaxNode, type Variable } from '@sprocket/tsql';
import { type SqlError, sqlError, sqlErrorState } from '../errors.ts';
import type { Instruction } from './program.ts';

/** Definitions have scopes of their own, and the rest names no variables or has looked for them. */
const APART: ReadonlySet<Instruction['kind']> = new Set([
  'ddl',
  'administer',
  'broker',
  'declareTable',
  'jump',
  'enterTry',
  'use',
  'setSwitches',
]);

export function undeclared(instruction: Instruction, isDeclared: (name: string) => boolean): readonly SqlError[] {
  if (APART.has(instruction.kind)) return [];
  const missing: { readonly at: number; readonly error: SqlError }[] = [];
  const report = (at: number, name: string, error: SqlError): void => {
    if (name.startsWith('@@') || isDeclared(name)) return;
    error.line = instruction.line;
    missing.push({ at, error });
  };
  const look = (node: SyntaxNode): void => {
    const written = target(node);
    if (written !== null) report(written.span.start, written.name, sqlError(137, written.name));
    if (node.kind === 'variable') report(node.span.start, node.name, sqlErrorState(137, 2, node.name));
    if (node.kind === 'tableVariable') report(node.span.start, node.name, sqlErrorState(1087, 2, node.name));
    forEachChild(node, (child) => {
      if (child !== written && !(node.kind === 'executeArgument' && child === node.name)) look(child);
    });
  };
  for (const value of Object.values(instruction)) if (isNode(value)) look(value);
  return missing.sort((a, b) => a.at - b.at).map(({ error }) => error);
}

/** The variable that a node assigns. */
function target(node: SyntaxNode): Variable | null {
  switch (node.kind) {
    case 'selectAssignment':
    case 'assignVariable':
    case 'assignVariableAndColumn':
    case 'setVariable':
      return node.variable;
    default:
      return null;
  }
}

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && 'kind' in value && 'span' in value;
