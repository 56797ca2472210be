/** XML_SCHEMA_NAMESPACE: the schemas of a collection, or that of one namespace, as they were given. */

import { nvarchar, XML } from '@sprocket/tsql';
import type { Environment } from '../../../environment.ts';
import { sqlError } from '../../../errors.ts';
import type { Value } from '../../../values/value.ts';
import type { Builtin } from '../../builtin.ts';
import { as, define, sysname } from '../../define.ts';
import { printNodes } from '../print.ts';
import { sourcesOf } from './source.ts';

function schemaText(env: Environment, schema: Value, collection: Value, uri?: Value): Value {
  const documents = String(env.metadata.lookup('XML_SCHEMA_DOCUMENTS', schema, collection));
  if (uri === undefined) return documents;
  const wanted = documents === '' ? [] : sourcesOf(documents).filter(({ target }) => target === uri);
  if (wanted.length === 0) throw sqlError(6312, String(uri), `${schema}.${collection}`);
  return printNodes(wanted.map(({ root }) => root));
}

export const XML_SCHEMA_NAMESPACE: Builtin = define({
  name: 'XML_SCHEMA_NAMESPACE',
  params: [sysname, sysname, as(nvarchar(4000))],
  optional: 1,
  returns: XML,
  nullable: true,
  volatility: 'statement',
  evaluate: schemaText,
});
