/**
 * Functions in FROM that have a grammar of their own: OPENJSON, OPENXML, OPENROWSET, CHANGETABLE, CONTAINSTABLE and their kin.
 * One row per word; the rule begins at that word.
 */
import type { Expression, ObjectName, Option, SchemaColumn, TableSource } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { aliasAndColumns, optionalAlias, requiredAlias } from './alias.ts';
import { dataType, identifier, isName, isString, nameList, objectName, stringLiteral } from './names.ts';
import { optionList } from './options.ts';
import { fullTextColumns } from './primary.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, expect, expectOne, fail, parenthesized, peek, spanFrom } from './state.ts';

export const ROWSET_FUNCTIONS: Readonly<Record<string, ((p: Parser) => TableSource) | undefined>> = {
  OPENJSON: openJson,
  OPENXML: openXml,
  OPENQUERY: openQuery,
  OPENROWSET: openRowset,
  OPENDATASOURCE: openDataSource,
  CHANGETABLE: changeTable,
  CONTAINSTABLE: fullTextTable,
  FREETEXTTABLE: fullTextTable,
};

function openJson(p: Parser): TableSource {
  const start = advance(p);
  expect(p, '(');
  const document = p.rules.value(p);
  const path = accept(p, ',') ? p.rules.value(p) : null;
  expect(p, ')');
  const schema = accept(p, 'WITH') ? parenthesized(p, schemaColumn) : null;
  return { kind: 'openJson', document, path, schema, alias: optionalAlias(p), span: spanFrom(p, start) };
}

function openXml(p: Parser): TableSource {
  const start = advance(p);
  expect(p, '(');
  const document = p.rules.value(p);
  expect(p, ',');
  const pattern = p.rules.value(p);
  const flags = accept(p, ',') ? p.rules.value(p) : null;
  expect(p, ')');
  const schema = accept(p, 'WITH') ? xmlSchema(p) : null;
  return { kind: 'openXml', document, pattern, flags, schema, alias: optionalAlias(p), span: spanFrom(p, start) };
}

/** `(a int '@a')`, or the name of a table with the columns. */
function xmlSchema(p: Parser): readonly SchemaColumn[] | ObjectName {
  if (!at(p, '(')) return objectName(p);
  if (isName(p, p.tokens[p.index + 1]) && (peek(p, 2) === ')' || peek(p, 2) === '.')) {
    expect(p, '(');
    const name = objectName(p);
    expect(p, ')');
    return name;
  }
  return parenthesized(p, schemaColumn);
}

function schemaColumn(p: Parser): SchemaColumn {
  const start = p.token;
  const name = identifier(p);
  const type = dataType(p);
  const collation = accept(p, 'COLLATE') ? identifier(p) : null;
  const path = isString(p) ? stringLiteral(p) : p.token.type === 'integer' ? p.rules.value(p) : null;
  const asJson = acceptWords(p, 'AS', 'JSON');
  return { kind: 'schemaColumn', name, type, collation, path, asJson, span: spanFrom(p, start) };
}

function openQuery(p: Parser): TableSource {
  const start = advance(p);
  expect(p, '(');
  const server = identifier(p);
  expect(p, ',');
  const query = p.rules.value(p);
  expect(p, ')');
  return { kind: 'openQuery', server, query, alias: optionalAlias(p), span: spanFrom(p, start) };
}

function openRowset(p: Parser): TableSource {
  const start = advance(p);
  expect(p, '(');
  const bulk = accept(p, 'BULK');
  const args: (Expression | ObjectName)[] = [];
  let options: readonly Option[] = [];
  do {
    if (bulk && args.length > 0) options = optionList(p);
    else if (bulk && at(p, '(')) args.push(...parenthesized(p, p.rules.value));
    else args.push(rowsetArgument(p));
  } while (acceptSeparator(p));
  expect(p, ')');
  const schema = bulk && accept(p, 'WITH') ? parenthesized(p, schemaColumn) : null;
  return { kind: 'openRowset', bulk, args, options, schema, ...aliasAndColumns(p), span: spanFrom(p, start) };
}

/** The parts of a provider string are separated by semicolons. */
function acceptSeparator(p: Parser): boolean {
  return accept(p, ',') || accept(p, ';');
}

/** A string, or the name of a remote object. */
function rowsetArgument(p: Parser): Expression | ObjectName {
  return isName(p) ? objectName(p) : p.rules.value(p);
}

function openDataSource(p: Parser): TableSource {
  const start = advance(p);
  expect(p, '(');
  const provider = p.rules.value(p);
  expect(p, ',');
  const connection = p.rules.value(p);
  expect(p, ')');
  expect(p, '.');
  const name = objectName(p);
  return { kind: 'openDataSource', provider, connection, name, alias: optionalAlias(p), span: spanFrom(p, start) };
}

function changeTable(p: Parser): TableSource {
  const start = advance(p);
  expect(p, '(');
  const form = expectOne(p, ['CHANGES', 'VERSION']);
  const table = objectName(p);
  expect(p, ',');
  if (form === 'VERSION') {
    const keys = nameList(p);
    expect(p, ',');
    const values = parenthesized(p, p.rules.value);
    closeChangeTable(p);
    return { kind: 'changeTableVersion', table, keys, values, ...changeTableAlias(p, start), span: spanFrom(p, start) };
  }
  const since = p.rules.value(p);
  const force = closeChangeTable(p);
  return { kind: 'changeTable', table, since, force, ...changeTableAlias(p, start), span: spanFrom(p, start) };
}

/** Nothing else but its alias names the rows. */
function changeTableAlias(p: Parser, start: Token) {
  return at(p, 'AS') || isName(p) ? requiredAlias(p) : fail(p, 22104, start);
}

/** `, FORCESEEK)` or `)` */
function closeChangeTable(p: Parser): boolean {
  const force = acceptWords(p, ',', 'FORCESEEK');
  expect(p, ')');
  return force;
}

function fullTextTable(p: Parser): TableSource {
  const start = advance(p);
  expect(p, '(');
  const table = objectName(p);
  expect(p, ',');
  const columns = fullTextColumns(p);
  expect(p, ',');
  const search = p.rules.value(p);
  let language: Expression | null = null;
  let top: Expression | null = null;
  while (accept(p, ',')) {
    if (accept(p, 'LANGUAGE')) language = p.rules.value(p);
    else top = p.rules.value(p);
  }
  expect(p, ')');
  const name = start.key === 'CONTAINSTABLE' ? 'containstable' : 'freetexttable';
  return {
    kind: 'fullTextTable',
    function: name,
    table,
    columns,
    search,
    language,
    top,
    alias: optionalAlias(p),
    span: spanFrom(p, start),
  };
}
