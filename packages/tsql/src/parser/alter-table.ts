/** ALTER TABLE. One rule per action. */
import type {
  AlterTable,
  AlterTableAction,
  ColumnDefinition,
  ColumnPropertyChange,
  DropElement,
  Identifier,
  TableElement,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { partitionNumber } from './index-definition.ts';
import { identifier, objectName } from './names.ts';
import { optionsInParentheses, withOptions } from './options.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, atWords, expect, expectOne, expectWords, list, peek, spanFrom, syntaxError } from './state.ts';
import { columnDefinition, mask, tableElement } from './table.ts';

export function alterTable(p: Parser, start: Token): AlterTable {
  expect(p, 'TABLE');
  const name = objectName(p);
  return { kind: 'alterTable', name, action: action(p), span: spanFrom(p, start) };
}

function action(p: Parser): AlterTableAction {
  const start = p.token;
  const check = checkWord(p);
  switch (p.token.key) {
    case 'ADD':
      return { kind: 'addElements', check, elements: addedElements(p), span: spanFrom(p, start) };
    case 'CHECK':
    case 'NOCHECK':
      return checkConstraints(p, start, check);
    case 'ALTER':
      return alterColumn(p);
    case 'DROP':
      return dropElements(p);
    case 'ENABLE':
    case 'DISABLE':
      return enableOrDisable(p);
    case 'SWITCH':
      return switchPartition(p);
    case 'REBUILD':
      return rebuild(p);
    case 'SET':
      expect(p, 'SET');
      return { kind: 'setTableOptions', options: optionsInParentheses(p), span: spanFrom(p, start) };
    default:
      return syntaxError(p);
  }
}

/** `WITH CHECK` and `WITH NOCHECK` before ADD and CHECK CONSTRAINT. */
function checkWord(p: Parser): boolean | null {
  if (acceptWords(p, 'WITH', 'CHECK')) return true;
  return acceptWords(p, 'WITH', 'NOCHECK') ? false : null;
}

function addedElements(p: Parser): TableElement[] {
  expect(p, 'ADD');
  return list(p, tableElement);
}

function checkConstraints(p: Parser, start: Token, check: boolean | null): AlterTableAction {
  const enable = expectOne(p, ['CHECK', 'NOCHECK']) === 'CHECK';
  expect(p, 'CONSTRAINT');
  return { kind: 'checkConstraints', enable, check, names: namesOrAll(p), span: spanFrom(p, start) };
}

function namesOrAll(p: Parser): Identifier[] | null {
  return accept(p, 'ALL') ? null : list(p, identifier);
}

const PROPERTIES: Readonly<Record<string, ColumnPropertyChange['property'] | undefined>> = {
  ROWGUIDCOL: 'ROWGUIDCOL',
  PERSISTED: 'PERSISTED',
  SPARSE: 'SPARSE',
  HIDDEN: 'HIDDEN',
  MASKED: 'MASKED',
  NOT: 'NOT FOR REPLICATION',
};

function alterColumn(p: Parser): AlterTableAction {
  const start = p.token;
  expectWords(p, 'ALTER', 'COLUMN');
  if (PROPERTIES[peek(p, 2)] === undefined || (peek(p, 1) !== 'ADD' && peek(p, 1) !== 'DROP')) {
    const change: ColumnDefinition = columnDefinition(p);
    const options = atWords(p, 'WITH', '(') ? withOptions(p) : [];
    return { kind: 'alterColumn', column: change.name, change, options, span: spanFrom(p, start) };
  }
  const column = identifier(p);
  return { kind: 'alterColumn', column, change: propertyChange(p), options: [], span: spanFrom(p, start) };
}

function propertyChange(p: Parser): ColumnPropertyChange {
  const start = p.token;
  const add = expectOne(p, ['ADD', 'DROP']) === 'ADD';
  const property = PROPERTIES[p.token.key] ?? syntaxError(p);
  for (const word of property.split(' ')) expect(p, word);
  const text = add && property === 'MASKED' && accept(p, 'WITH') ? mask(p) : null;
  return { kind: 'columnPropertyChange', add, property, mask: text, span: spanFrom(p, start) };
}

/** `DROP CONSTRAINT a, b, COLUMN c`: a bare name is of the class named before it, at first a constraint. */
function dropElements(p: Parser): AlterTableAction {
  const start = expect(p, 'DROP');
  const items: DropElement[] = [];
  do items.push(dropElement(p, items[items.length - 1]?.what ?? 'constraint'));
  while (accept(p, ','));
  return { kind: 'dropElements', items, span: spanFrom(p, start) };
}

const DROP_CLASSES: Readonly<Record<string, DropElement['what'] | undefined>> = {
  CONSTRAINT: 'constraint',
  COLUMN: 'column',
  INDEX: 'index',
};

function dropElement(p: Parser, before: DropElement['what']): DropElement {
  const start = p.token;
  if (acceptWords(p, 'PERIOD', 'FOR', 'SYSTEM_TIME')) {
    return { kind: 'dropElement', what: 'period', ifExists: false, name: null, options: [], span: spanFrom(p, start) };
  }
  const named = DROP_CLASSES[p.token.key];
  if (named !== undefined) expect(p, p.token.key);
  const ifExists = acceptWords(p, 'IF', 'EXISTS');
  const name = identifier(p);
  const options = atWords(p, 'WITH', '(') ? withOptions(p) : [];
  return { kind: 'dropElement', what: named ?? before, ifExists, name, options, span: spanFrom(p, start) };
}

function enableOrDisable(p: Parser): AlterTableAction {
  const start = p.token;
  const enable = expectOne(p, ['ENABLE', 'DISABLE']) === 'ENABLE';
  if (accept(p, 'TRIGGER')) return { kind: 'alterTableTriggers', enable, names: namesOrAll(p), span: spanFrom(p, start) };
  if (accept(p, 'FILETABLE_NAMESPACE')) return { kind: 'fileTableNamespace', enable, span: spanFrom(p, start) };
  expect(p, 'CHANGE_TRACKING');
  const options = atWords(p, 'WITH', '(') ? withOptions(p) : [];
  return { kind: 'alterTableChangeTracking', enable, options, span: spanFrom(p, start) };
}

function switchPartition(p: Parser): AlterTableAction {
  const start = expect(p, 'SWITCH');
  const partition = accept(p, 'PARTITION') ? p.rules.value(p) : null;
  expect(p, 'TO');
  const target = objectName(p);
  const targetPartition = accept(p, 'PARTITION') ? p.rules.value(p) : null;
  const options = atWords(p, 'WITH', '(') ? withOptions(p) : [];
  return { kind: 'switch', partition, target, targetPartition, options, span: spanFrom(p, start) };
}

function rebuild(p: Parser): AlterTableAction {
  const start = expect(p, 'REBUILD');
  const partition = accept(p, 'PARTITION') ? partitionNumber(p) : null;
  const options = atWords(p, 'WITH', '(') ? withOptions(p) : [];
  return { kind: 'rebuildTable', partition, options, span: spanFrom(p, start) };
}
