/** Constructors: direct ones, written as XML with expressions in braces, and the computed `element`, `attribute` and `text`. */

import type { XmlDeclaration, XmlName } from '../node.ts';
import { string } from './atom.ts';
import {
  accept,
  advance,
  fail,
  namespaceOf,
  type Parser,
  peek,
  peekSecond,
  references,
  require,
  skipSpace,
  splitName,
  tokenAt,
  unexpected,
} from './scan.ts';
import type { Constructor, XQuery } from './syntax.ts';

const COMPUTED: ReadonlySet<string> = new Set(['element', 'attribute', 'text', 'comment', 'processing-instruction', 'document']);

/** Whether a constructor begins here. */
export function startsConstructor(p: Parser): boolean {
  const token = peek(p);
  if (token.text === '<' || token.text === '<<') return /[\p{L}_!?]/u.test(p.text[token.start + 1] ?? '');
  if (token.kind !== 'name' || !COMPUTED.has(token.text)) return false;
  const next = peekSecond(p);
  return next.text === '{' || (next.kind === 'name' && tokenAt(p, next.end).text === '{');
}

export function parseConstructor(p: Parser): Constructor {
  if (peek(p).kind === 'name') return computed(p);
  p.at = skipSpace(p, p.at);
  return direct(p);
}

function direct(p: Parser): Constructor {
  if (p.text.startsWith('<!--', p.at)) return comment(p);
  if (p.text.startsWith('<?', p.at)) return instruction(p);
  if (p.text.startsWith('<![CDATA[', p.at)) return { kind: 'text', content: { kind: 'literal', atom: string(until(p, 9, ']]>')) } };
  if (p.text.startsWith('<!', p.at)) throw fail(p, 2209, '<!');
  return element(p);
}

function comment(p: Parser): Constructor {
  const value = until(p, 4, '-->');
  if (value.includes('--') || value.endsWith('-')) throw fail(p, 9322);
  return { kind: 'comment', value };
}

function instruction(p: Parser): Constructor {
  const body = until(p, 2, '?>');
  if (/^\s/.test(body)) throw fail(p, 2278, ' ');
  const [target = ''] = /^\S*/.exec(body) ?? [];
  if (target.toLowerCase() === 'xml') throw fail(p, 2294);
  return { kind: 'instruction', target, value: body.slice(target.length).trimStart() };
}

/** The text up to `end`, which is passed. */
function until(p: Parser, skip: number, end: string): string {
  const found = p.text.indexOf(end, p.at + skip);
  if (found < 0) throw fail(p, 2209, '<eof>');
  const body = p.text.slice(p.at + skip, found);
  p.at = found + end.length;
  return body;
}

interface WrittenAttribute {
  readonly name: string;
  readonly value: string | XQuery;
}

function element(p: Parser): Constructor {
  p.at += 1;
  const written = rawName(p);
  const outer = p.namespaces;
  const attributes = writtenAttributes(p);
  const declarations = attributes.flatMap(({ name, value }): XmlDeclaration[] => {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return [];
    if (typeof value !== 'string') throw fail(p, 2209, '{');
    return [[name === 'xmlns' ? '' : name.slice(6), value]];
  });
  p.namespaces = new Map([...outer, ...declarations]);
  const named = attributes.filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'));
  const node = {
    kind: 'element' as const,
    name: nameOf(p, written, true),
    declarations,
    attributes: named.map(({ name, value }) => ({ name: nameOf(p, name, false), value })),
  };
  const content = p.text.startsWith('/>', p.at) ? closed(p) : elementContent(p, written);
  p.namespaces = outer;
  return { ...node, content };
}

function closed(p: Parser): [] {
  p.at += 2;
  return [];
}

function nameOf(p: Parser, written: string, isElement: boolean): XmlName {
  const { prefix, local } = splitName(written);
  const uri = prefix === '' ? (isElement ? (p.namespaces.get('') ?? '') : '') : namespaceOf(p, prefix);
  return { prefix, local, uri };
}

const RAW_NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*)?/uy;

function rawName(p: Parser): string {
  RAW_NAME.lastIndex = p.at;
  const name = RAW_NAME.exec(p.text)?.[0];
  if (name === undefined) throw unexpected(p);
  p.at += name.length;
  return name;
}

function rawSpace(p: Parser): void {
  while (' \t\r\n'.includes(p.text[p.at] ?? 'x')) p.at += 1;
}

function writtenAttributes(p: Parser): WrittenAttribute[] {
  const attributes: WrittenAttribute[] = [];
  for (;;) {
    rawSpace(p);
    const next = p.text[p.at];
    if (next === '>') {
      p.at += 1;
      return attributes;
    }
    if (next === '/' || next === undefined) {
      if (p.text[p.at + 1] !== '>') throw unexpected(p);
      return attributes;
    }
    const name = rawName(p);
    if (attributes.some((attribute) => attribute.name === name)) throw fail(p, 2271, name);
    rawSpace(p);
    if (p.text[p.at] !== '=') throw unexpected(p);
    p.at += 1;
    rawSpace(p);
    attributes.push({ name, value: attributeValue(p) });
  }
}

/** Text, or one expression alone (9313). */
function attributeValue(p: Parser): string | XQuery {
  const quote = p.text[p.at];
  if (quote !== '"' && quote !== "'") throw unexpected(p);
  p.at += 1;
  if (p.text[p.at] === '{' && p.text[p.at + 1] !== '{') {
    const value = enclosed(p);
    if (p.text[p.at] !== quote) throw fail(p, 9313);
    p.at += 1;
    return value;
  }
  const end = p.text.indexOf(quote, p.at);
  if (end < 0) throw unexpected(p);
  const raw = p.text.slice(p.at, end);
  p.at = end + 1;
  if (/\{/.test(raw.replaceAll('{{', ''))) throw fail(p, 9313);
  return references(
    p,
    raw
      .replaceAll('{{', '{')
      .replaceAll('}}', '}')
      .replace(/[\t\r\n]/g, ' '),
  );
}

/** `{ expression }` */
function enclosed(p: Parser): XQuery {
  p.at += 1;
  const inner = p.rules.sequence(p);
  require(p, '}');
  return inner;
}

function elementContent(p: Parser, name: string): (string | XQuery)[] {
  const content: (string | XQuery)[] = [];
  while (!p.text.startsWith('</', p.at)) {
    const char = p.text[p.at];
    if (char === undefined) throw fail(p, 2267, name);
    if (p.text.startsWith('<![CDATA[', p.at)) content.push(until(p, 9, ']]>'));
    else if (char === '<') content.push(direct(p));
    else if (char === '{' && p.text[p.at + 1] !== '{') content.push(enclosed(p));
    else addText(p, content);
  }
  p.at += 2;
  const closing = rawName(p);
  if (closing !== name) throw fail(p, 2323, closing, name, 1);
  rawSpace(p);
  if (p.text[p.at] !== '>') throw unexpected(p);
  p.at += 1;
  return content;
}

/** Literal text; white space alone between tags and braces is none. */
function addText(p: Parser, content: (string | XQuery)[]): void {
  const match = /(?:[^<{}]|\{\{|\}\})+/y;
  match.lastIndex = p.at;
  const raw = match.exec(p.text)?.[0];
  if (raw === undefined) throw unexpected(p);
  p.at += raw.length;
  if (raw.trim() !== '') content.push(references(p, raw.replaceAll('{{', '{').replaceAll('}}', '}')));
}

function computed(p: Parser): Constructor {
  const word = advance(p).text;
  if (word === 'comment') throw fail(p, 9326);
  if (word === 'processing-instruction') throw fail(p, 9325);
  if (word === 'document') throw fail(p, 9335, 'document');
  if (word === 'text') {
    require(p, '{');
    const content = p.rules.single(p);
    require(p, '}');
    return { kind: 'text', content };
  }
  if (peek(p).text === '{') throw fail(p, 9315);
  return named(p, word, advance(p).text);
}

function named(p: Parser, word: string, written: string): Constructor {
  if (word === 'attribute' && written === 'xmlns') throw fail(p, 9316);
  const name = nameOf(p, written, word === 'element');
  require(p, '{');
  const content = accept(p, '}') ? null : p.rules.sequence(p);
  if (content !== null) require(p, '}');
  if (word === 'attribute') return { kind: 'attribute', name, content };
  return { kind: 'element', name, declarations: [], attributes: [], content: content === null ? [] : [content] };
}
