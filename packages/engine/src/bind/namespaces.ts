/** WITH XMLNAMESPACES: the declarations of a statement, checked in the order in which SQL Server checks each. */

import type { XmlNamespace } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../errors.ts';
import { invalidNameCharacter, type XmlDeclaration } from '../functions/index.ts';

const XML_URI = 'http://www.w3.org/XML/1998/namespace';

/** Prefixes with their namespaces; the empty prefix is DEFAULT. `xml` is known anyway. */
export function declaredNamespaces(list: readonly XmlNamespace[]): readonly XmlDeclaration[] {
  const declared: XmlDeclaration[] = [];
  for (const { prefix, uri } of list) {
    const name = prefix?.value ?? '';
    requirePrefix(name, prefix !== null, uri);
    if (declared.some(([other]) => other === name)) throw sqlError(6869, prefix === null ? 'default' : name);
    if (name !== 'xml') declared.push([name, uri]);
  }
  return declared;
}

function requirePrefix(name: string, named: boolean, uri: string): void {
  if (name === 'xmlns') throw sqlError(6871, name);
  const fault = named ? invalidNameCharacter(name, false) : null;
  if (fault !== null) throw sqlError(6870, name, fault.character, fault.code);
  if (name === 'xml' && uri !== XML_URI) throw sqlErrorState(6872, 1);
  if (name !== 'xml' && uri === XML_URI) throw sqlErrorState(6872, 2);
  if (uri === '') throw sqlError(6874);
}
