/** The statements of modify(): `insert … into`, `delete …`, `replace value of … with …`. */

import { accept, advance, at, fail, type Parser, peek, peekSecond, require } from './scan.ts';
import type { XmlChange, XQuery } from './syntax.ts';

/** Null when no such statement begins here. */
export function parseChange(p: Parser): XmlChange | null {
  const next = peekSecond(p);
  if (at(p, 'insert') && next.kind !== 'end') return insert(p);
  if (at(p, 'delete') && next.kind !== 'end') {
    advance(p);
    return { kind: 'delete', target: p.rules.single(p) };
  }
  if (!at(p, 'replace') || next.text !== 'value') return null;
  advance(p);
  advance(p);
  require(p, 'of');
  const target = p.rules.single(p);
  require(p, 'with');
  return { kind: 'replace', target, value: p.rules.single(p) };
}

function insert(p: Parser): XmlChange {
  advance(p);
  const content: XQuery = p.rules.single(p);
  if (accept(p, 'before')) return { kind: 'insert', content, place: 'before', target: p.rules.single(p) };
  if (accept(p, 'after')) return { kind: 'insert', content, place: 'after', target: p.rules.single(p) };
  let place: 'first' | 'last' = 'last';
  if (accept(p, 'as')) {
    if (accept(p, 'first')) place = 'first';
    else if (!accept(p, 'last')) throw fail(p, 2351);
  } else if (!at(p, 'into')) throw fail(p, 2248, peek(p).text);
  require(p, 'into');
  return { kind: 'insert', content, place, target: p.rules.single(p) };
}
