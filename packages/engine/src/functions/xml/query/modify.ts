/** modify(): checks the target and the content as SQL Server does when it compiles, then changes a tree of its own. */

import { sqlError } from '../../../errors.ts';
import type { XmlAttribute, XmlContainer, XmlElement, XmlNode } from '../node.ts';
import { BUILTIN_TYPES } from '../schema/builtin-types.ts';
import type { SimpleType } from '../schema/model.ts';
import { type Item, isNode } from './atom.ts';
import { atomized, type CheckContext, typeOf } from './check.ts';
import { addAttribute, copyNode, joined } from './construct.ts';
import { evaluate, type Focus } from './evaluate.ts';
import { queryError } from './scan.ts';
import type { XmlChange } from './syntax.ts';
import { typeWord, valueType } from './typed.ts';
import { isSingle, type StaticType, show } from './types.ts';

type Insert = Extract<XmlChange, { kind: 'insert' }>;
type Replace = Extract<XmlChange, { kind: 'replace' }>;

export function checkChange(change: XmlChange, cx: CheckContext): void {
  const fail = (number: number, type: StaticType): never => {
    throw queryError(cx.method, number, show(type));
  };
  const target = typeOf(change.target, cx);
  switch (change.kind) {
    case 'insert':
      return checkInsert(change, target, cx, fail);
    case 'delete':
      if (target.kind === 'atomic' || target.node === 'document') fail(2264, target);
      return;
    case 'replace':
      return checkReplace(change, target, cx, fail);
  }
}

type Fail = (number: number, type: StaticType) => never;

function checkInsert({ content, place, target: query }: Insert, target: StaticType, cx: CheckContext, fail: Fail): void {
  if (!isSingle(target)) fail(2226, target);
  const type = typeOf(content, cx);
  if (type.kind === 'atomic' && type.shown !== 'xml') fail(2207, type);
  const beside = place === 'before' || place === 'after';
  if (beside && type.node === 'attribute') fail(2258, type);
  if (target.constructed === true) throw queryError(cx.method, 2359, 'insert');
  if (beside) {
    if (target.node === 'attribute' || target.node === 'document') fail(2249, target);
  } else if (target.node !== 'element' && target.node !== 'document' && target.kind !== 'empty' && query.kind !== 'variable')
    fail(2240, target);
}

function checkReplace({ value }: Replace, target: StaticType, cx: CheckContext, fail: Fail): void {
  if (!isSingle(target)) fail(2337, target);
  const expected = valueType(target.declared);
  if (target.node !== 'attribute' && target.node !== 'text' && target.kind !== 'empty' && expected === null) fail(2356, target);
  const type = typeOf(value, cx);
  if (type.constructed === true) throw queryError(cx.method, 9310);
  const given = atomized(type, cx);
  const isNillable = target.declared?.kind === 'element' && target.declared.nillable;
  if (expected !== null && type.kind === 'empty' && !isNillable) throw sqlError(6320);
  if (expected === null || type.kind === 'empty') return;
  if (!isSingle(given) || !isSubtype(given.shown, expected))
    throw queryError(cx.method, 2247, given.many === '?' ? given.shown : show(given), typeWord(expected));
}

/** Whether values of an atomic type are values of a simple type without being converted. */
function isSubtype(shown: string, expected: SimpleType): boolean {
  const given = BUILTIN_TYPES.get(shown.replace('xs:', ''));
  if (expected.variety !== 'atomic' || shown === 'xdt:untypedAtomic') return true;
  for (let at: SimpleType | null = given ?? null; at !== null; at = at.base) if (at.name === expected.name && at.name !== null) return true;
  return false;
}

/** Changes the tree of `focus`, which belongs to nobody else. */
export function applyChange(change: XmlChange, focus: Focus): void {
  const targets = evaluate(change.target, focus).filter(isNode);
  switch (change.kind) {
    case 'insert': {
      const [target] = targets;
      if (target !== undefined) insert(change, target, evaluate(change.content, focus));
      return;
    }
    case 'delete':
      for (const target of targets) remove(target);
      return;
    case 'replace': {
      const [target] = targets;
      if (target?.kind === 'element') replaceElement(change, target, evaluate(change.value, focus));
      else if (target !== undefined) replace(change, target as XmlAttribute, evaluate(change.value, focus));
      return;
    }
  }
}

function insert({ place }: Insert, target: XmlNode, content: readonly Item[]): void {
  const nodes = content.filter(isNode).flatMap((node) => (node.kind === 'document' ? node.children : [node]));
  const parent = (place === 'before' || place === 'after' ? target.parent : target) as XmlContainer;
  const index =
    place === 'first' ? 0 : place === 'last' ? parent.children.length : parent.children.indexOf(target) + (place === 'after' ? 1 : 0);
  const attributes = nodes.filter((node) => node.kind === 'attribute');
  if (attributes.length > 0) insertAttributes(parent as XmlElement, attributes);
  const copies = nodes.filter((node) => node.kind !== 'attribute').map((node) => copyNode(node, parent));
  parent.children.splice(index, 0, ...copies);
  joinTexts(parent);
}

/** New attributes go one into each gap between those that are there, the rest to the end: so SQL Server numbers its nodes. */
function insertAttributes(element: XmlElement, attributes: readonly XmlAttribute[]): void {
  const declared = element.declarations.length;
  attributes.forEach((attribute, index) => {
    const place = Math.max(0, index * 2 + 1 - declared);
    addAttribute(element, copyNode(attribute, element) as XmlAttribute, Math.min(place, element.attributes.length));
  });
}

function remove(target: XmlNode): void {
  const { parent } = target;
  if (parent === null) return;
  if (target.kind === 'attribute') (parent as XmlElement).attributes.splice((parent as XmlElement).attributes.indexOf(target), 1);
  else parent.children.splice(parent.children.indexOf(target), 1);
  joinTexts(parent);
}

function replace({ value }: Replace, target: XmlAttribute | Extract<XmlNode, { kind: 'text' }>, items: readonly Item[]): void {
  const written = joined(items);
  const isNothing = items.length === 0;
  const isText = target.kind !== 'attribute';
  if (isNothing && !(isText && value.kind === 'sequence' && value.items.length === 0)) throw sqlError(isText ? 6325 : 6320);
  target.value = written;
  if (isText && written === '') remove(target);
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** The value of an element of a simple type; `()` makes it nil. Its schema says whether it may be. */
function replaceElement({ value }: Replace, target: XmlElement, items: readonly Item[]): void {
  const isNothing = items.length === 0;
  if (isNothing && !(value.kind === 'sequence' && value.items.length === 0)) throw sqlError(6325);
  const others = target.attributes.filter(({ name }) => name.uri !== XSI || name.local !== 'nil');
  target.attributes.splice(0, target.attributes.length, ...others);
  const written = joined(items);
  const text: XmlNode[] = written === '' ? [] : [{ kind: 'text', value: written, order: target.order, parent: target }];
  target.children.splice(0, target.children.length, ...text);
  if (isNothing)
    addAttribute(target, {
      kind: 'attribute',
      name: { prefix: 'xsi', local: 'nil', uri: XSI },
      value: 'true',
      order: target.order,
      parent: target,
    });
}

/** Texts that have become neighbours are one node. */
function joinTexts(parent: XmlContainer): void {
  for (let at = parent.children.length - 1; at > 0; at--) {
    const [left, right] = [parent.children[at - 1], parent.children[at]];
    if (left?.kind !== 'text' || right?.kind !== 'text') continue;
    left.value += right.value;
    parent.children.splice(at, 1);
  }
}
