/** The paths that a selective XML index would promote, as they are written behind FOR, and the namespaces before it. */

import type { XmlIndex, XmlPath } from '../../model.ts';
import type { Clauses } from '../keys/clauses.ts';

/** `'uri' AS p, DEFAULT 'uri'` */
export function readNamespaces(from: Clauses): NonNullable<XmlIndex['namespaces']> {
  const namespaces: { readonly prefix: string; readonly uri: string }[] = [];
  do {
    if (from.accept('DEFAULT')) namespaces.push({ prefix: '', uri: from.text() });
    else {
      const uri = from.text();
      from.expect('AS');
      namespaces.push({ prefix: from.name(), uri });
    }
  } while (from.accept(','));
  from.end();
  return namespaces;
}

export function readPaths(from: Clauses): readonly XmlPath[] {
  const paths: XmlPath[] = [];
  do paths.push(readPath(from));
  while (from.accept(','));
  from.end();
  return paths;
}

function readPath(from: Clauses): XmlPath {
  const name = from.name();
  from.expect('=');
  const path = from.text();
  const type = from.accept('AS') ? readType(from) : NO_TYPE;
  return { name, path, ...type, singleton: from.accept('SINGLETON') };
}

type PathType = Pick<XmlPath, 'xquery' | 'sql' | 'maxLength' | 'node'>;

const NO_TYPE: PathType = { xquery: null, sql: null, maxLength: null, node: false };

function readType(from: Clauses): PathType {
  if (from.accept('SQL')) {
    const sql = from.name();
    from.tryGroup();
    return { ...NO_TYPE, sql };
  }
  from.expect('XQUERY');
  const written = from.text();
  const maxLength = from.accept('MAXLENGTH') ? Number(from.group().languageName()) : null;
  const node = written === 'node()';
  return { ...NO_TYPE, xquery: node ? null : written, maxLength, node };
}
