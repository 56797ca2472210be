/** FOR XML, FOR JSON and FOR BROWSE at the end of a query. */
import type { ForJson, ForXml, Query, Root } from '../ast/index.ts';
import { stringLiteral } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, atWords, expect, expectOne, spanFrom, syntaxError } from './state.ts';

/** The clause, or null; FOR UPDATE and FOR READ ONLY belong to cursors and stay. */
export function forClause(p: Parser): Query['for'] {
  const start = p.token;
  if (acceptWords(p, 'FOR', 'BROWSE')) return { kind: 'forBrowse', span: spanFrom(p, start) };
  if (atWords(p, 'FOR', 'XML')) return forXml(p);
  return atWords(p, 'FOR', 'JSON') ? forJson(p) : null;
}

type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };

const XML_MODES = { RAW: 'raw', AUTO: 'auto', EXPLICIT: 'explicit', PATH: 'path' } as const;

function forXml(p: Parser): ForXml {
  const start = p.token;
  acceptWords(p, 'FOR', 'XML');
  const mode = XML_MODES[expectOne(p, ['RAW', 'AUTO', 'EXPLICIT', 'PATH'])];
  const clause: Draft<ForXml> = {
    kind: 'forXml',
    mode,
    element: optionalText(p),
    type: false,
    root: null,
    elements: null,
    binaryBase64: false,
    xmlData: false,
    xmlSchema: null,
    span: spanFrom(p, start),
  };
  while (accept(p, ',')) xmlDirective(p, clause);
  return { ...clause, span: spanFrom(p, start) };
}

function xmlDirective(p: Parser, clause: Draft<ForXml>): void {
  if (accept(p, 'TYPE')) clause.type = true;
  else if (acceptWords(p, 'BINARY', 'BASE64')) clause.binaryBase64 = true;
  else if (accept(p, 'ELEMENTS')) clause.elements = accept(p, 'XSINIL') ? 'xsinil' : accept(p, 'ABSENT') ? 'absent' : 'plain';
  else if (accept(p, 'XMLDATA')) clause.xmlData = true;
  else if (atWords(p, 'ROOT')) clause.root = named(p);
  else if (atWords(p, 'XMLSCHEMA')) clause.xmlSchema = named(p);
  else syntaxError(p);
}

function forJson(p: Parser): ForJson {
  const start = p.token;
  acceptWords(p, 'FOR', 'JSON');
  const mode = expectOne(p, ['PATH', 'AUTO']) === 'PATH' ? 'path' : 'auto';
  const clause: Draft<ForJson> = {
    kind: 'forJson',
    mode,
    root: null,
    includeNullValues: false,
    withoutArrayWrapper: false,
    span: spanFrom(p, start),
  };
  while (accept(p, ',')) jsonDirective(p, clause);
  return { ...clause, span: spanFrom(p, start) };
}

function jsonDirective(p: Parser, clause: Draft<ForJson>): void {
  if (atWords(p, 'ROOT')) clause.root = named(p);
  else if (accept(p, 'INCLUDE_NULL_VALUES')) clause.includeNullValues = true;
  else if (accept(p, 'WITHOUT_ARRAY_WRAPPER')) clause.withoutArrayWrapper = true;
  else syntaxError(p);
}

/** `ROOT` or `ROOT('name')` */
function named(p: Parser): Root {
  const start = advance(p);
  return { kind: 'root', name: optionalText(p), span: spanFrom(p, start) };
}

function optionalText(p: Parser): string | null {
  if (!accept(p, '(')) return null;
  const { value } = stringLiteral(p);
  expect(p, ')');
  return value;
}
