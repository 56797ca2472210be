/**
 * `t.x.value('…', 'int')` reads like a call of the function `t.x.value`. What the parser takes for a method of the column, and the printer
 * may write without parentheses around the column, is decided here alone.
 */
import type { Identifier } from './ast/index.ts';

/** Methods of the xml type, by their number of arguments. */
const XML_METHODS: Readonly<Record<string, number>> = { value: 2, query: 1, exist: 1, nodes: 1, modify: 1 };

/** Whether a call with this last name and this many arguments is a method; a function of such a name needs other arguments or brackets. */
export function isXmlMethod(method: Identifier, args: number): boolean {
  return !method.quoted && XML_METHODS[method.value.toLowerCase()] === args;
}
