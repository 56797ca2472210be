/** The schema of a collection, read once for each state of it. */

import type { XmlSchemaCollection } from '../../../catalog/model.ts';
import type { XmlSchema } from './model.ts';
import { readSchema } from './read.ts';

const schemas = new WeakMap<XmlSchemaCollection, XmlSchema>();

export function collectionSchema(collection: XmlSchemaCollection): XmlSchema {
  const known = schemas.get(collection);
  if (known !== undefined) return known;
  const schema = readSchema(collection.documents);
  schemas.set(collection, schema);
  return schema;
}
