/** DECLARE, and SET of variables. */
import type { Declaration, DeclareVariable, Statement, Variable } from '../ast/index.ts';
import { assignmentOperator } from './assignment.ts';
import { callArguments } from './call.ts';
import { cursorDefinition, declareCursor } from './cursor.ts';
import { dataType, identifier, variable } from './names.ts';
import { columnNullability } from './nullability.ts';
import type { Parser } from './state.ts';
import { accept, at, expect, list, spanFrom, syntaxError } from './state.ts';
import { tableElements, UNNAMED } from './table.ts';

/** `DECLARE @v int = 1, @t TABLE (…)`, `DECLARE c CURSOR FOR …` */
export function declareStatement(p: Parser): Statement {
  const start = expect(p, 'DECLARE');
  if (p.token.type !== 'variable') return declareCursor(p, start);
  const items = declarations(p);
  return { kind: 'declare', items, span: spanFrom(p, start) };
}

/** A table variable is alone in its statement. */
function declarations(p: Parser): Declaration[] {
  const start = p.token;
  const target = variable(p);
  accept(p, 'AS');
  if (accept(p, 'TABLE'))
    return [{ kind: 'declareTable', variable: target, elements: tableElements(p, UNNAMED), span: spanFrom(p, start) }];
  const first = declareVariable(p, start, target);
  return accept(p, ',') ? [first, ...list(p, declaration)] : [first];
}

function declaration(p: Parser): Declaration {
  const start = p.token;
  const target = variable(p);
  accept(p, 'AS');
  return declareVariable(p, start, target);
}

function declareVariable(p: Parser, start: Parser['token'], target: Variable): DeclareVariable {
  const type = dataType(p);
  const nullable = p.scope.atomic ? columnNullability(p) : null;
  const value = accept(p, '=') ? p.rules.value(p) : null;
  return { kind: 'declareVariable', variable: target, type, nullable, value, span: spanFrom(p, start) };
}

/** `SET @v = …`; the current token is the variable, `start` the word SET. */
export function setVariable(p: Parser, start: Parser['token']): Statement {
  const target = variable(p);
  if (accept(p, '.')) return setMethod(p, start, target);
  const op = assignmentOperator(p) ?? syntaxError(p);
  if (op === '=' && at(p, 'CURSOR')) {
    expect(p, 'CURSOR');
    return { kind: 'setCursorVariable', variable: target, definition: cursorDefinition(p, []), span: spanFrom(p, start) };
  }
  return { kind: 'setVariable', variable: target, op, value: p.rules.value(p), span: spanFrom(p, start) };
}

/** `SET @x.modify('…')`, `SET @p.X = 1` */
function setMethod(p: Parser, start: Parser['token'], target: Variable): Statement {
  const method = identifier(p);
  if (at(p, '(')) {
    const { args } = callArguments(p);
    return { kind: 'setMethod', variable: target, method, args, value: null, span: spanFrom(p, start) };
  }
  expect(p, '=');
  return { kind: 'setMethod', variable: target, method, args: null, value: p.rules.value(p), span: spanFrom(p, start) };
}
