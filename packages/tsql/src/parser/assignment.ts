/** Assignment operators and the SET lists of UPDATE and MERGE. */
import type { Assignment, AssignmentOperator, Identifier, ObjectName } from '../ast/index.ts';
import { callArguments, valueOrDefault } from './call.ts';
import { isName, objectName, variable } from './names.ts';
import type { Parser } from './state.ts';
import { advance, at, list, peek, spanFrom, syntaxError, tokenAt } from './state.ts';

const ASSIGNMENTS: ReadonlySet<string> = new Set<AssignmentOperator>(['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '||=']);

/** Consumes an assignment operator; null when there is none. */
export function assignmentOperator(p: Parser): AssignmentOperator | null {
  return ASSIGNMENTS.has(p.token.key) ? (advance(p).key as AssignmentOperator) : null;
}

/** The items after SET. */
export function assignments(p: Parser): Assignment[] {
  return list(p, assignment);
}

function assignment(p: Parser): Assignment {
  const start = p.token;
  if (start.type === 'variable') return variableAssignment(p);
  const column = objectName(p);
  if (at(p, '(')) return methodAssignment(p, column);
  const op = assignmentOperator(p) ?? syntaxError(p);
  return { kind: 'assignColumn', column, op, value: valueOrDefault(p), span: spanFrom(p, start) };
}

function variableAssignment(p: Parser): Assignment {
  const start = p.token;
  const target = variable(p);
  const op = assignmentOperator(p) ?? syntaxError(p);
  if (op !== '=' || !columnAssignmentFollows(p)) {
    return { kind: 'assignVariable', variable: target, op, value: p.rules.value(p), span: spanFrom(p, start) };
  }
  const column = objectName(p);
  const columnOp = assignmentOperator(p) ?? syntaxError(p);
  const value = valueOrDefault(p);
  return { kind: 'assignVariableAndColumn', variable: target, column, op: columnOp, value, span: spanFrom(p, start) };
}

/** Whether `column =` follows: `@v = column = expr`. */
function columnAssignmentFollows(p: Parser): boolean {
  if (!isName(p)) return false;
  let distance = 1;
  while (peek(p, distance) === '.' || isName(p, tokenAt(p, distance))) distance++;
  return ASSIGNMENTS.has(peek(p, distance));
}

function methodAssignment(p: Parser, name: ObjectName): Assignment {
  if (name.parts.length < 2) return syntaxError(p);
  const method: Identifier = name.parts[name.parts.length - 1]!;
  const column: ObjectName = { kind: 'name', parts: name.parts.slice(0, -1), span: { ...name.span, end: method.span.start - 1 } };
  const { args } = callArguments(p);
  return { kind: 'assignMethod', column, method, args, span: spanFrom(p, name.span) };
}
