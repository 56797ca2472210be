/** What XML_SCHEMA_NAMESPACE asks: the documents of a schema collection. */

import { sqlError } from '../errors.ts';
import { findXmlSchema } from './find.ts';
import type { Answers } from './metadata-context.ts';

export const XML_ANSWERS: Answers = {
  XML_SCHEMA_DOCUMENTS: ({ catalogs }, schema: string, name: string) => {
    const collection = findXmlSchema(catalogs.current, schema, schema, name);
    if (collection === undefined) throw sqlError(6314, `${schema}.${name}`);
    return collection.documents.join('');
  },
};
