/** The options of FOR XML that can be wrong by themselves, and the names that a clause or a path gives. */

import { sqlError } from '../../../errors.ts';
import { invalidNameCharacter } from '../names.ts';
import type { XmlOptions } from './markup.ts';

/** Checks the names of the row's element and of the root. */
export function requireOptions(options: XmlOptions): void {
  const { mode, element, root, nil, namespaces } = options;
  if (element !== null && (mode === 'auto' || mode === 'explicit')) throw sqlError(6859);
  if (element !== null && element !== '') requireName(element, element, 'Row', options);
  if (element === '' && !options.elements) throw sqlError(6864);
  if (root === '') throw sqlError(6861);
  if (root !== null) requireName(root, root, 'ROOT', options);
  if (nil && namespaces.some(([prefix]) => prefix === 'xsi')) throw sqlError(6873);
}

/** A name in `whole`: 6867 for xmlns, 6846 for a prefix that is not declared, 6850 for a character that no name has. */
export function requireName(name: string, whole: string, what: 'Column' | 'Row' | 'ROOT', { namespaces }: XmlOptions): void {
  const colon = name.indexOf(':');
  const prefix = colon > 0 ? name.slice(0, colon) : null;
  if (name === 'xmlns' || prefix === 'xmlns') throw sqlError(6867);
  if (prefix !== null && prefix !== 'xml' && !namespaces.some(([declared]) => declared === prefix)) {
    throw sqlError(6846, prefix, what === 'ROOT' ? what : what.toLowerCase(), whole);
  }
  const fault = invalidNameCharacter(prefix === null ? name : name.slice(colon + 1), false);
  if (fault !== null) throw sqlError(6850, what, whole, fault.character, fault.code);
}
