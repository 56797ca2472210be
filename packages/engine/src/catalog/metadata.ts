/**
 * The answers of OBJECT_ID, COL_LENGTH, SERVERPROPERTY and their kin. Each function is a row of a table in one of the files beside this one, by the
 * name under which the function library asks; arguments are never NULL, and an unknown object or property is NULL. Nothing here changes anything.
 */

import type { Metadata } from '../environment.ts';
import type { Value } from '../values/value.ts';
import { COLUMN_ANSWERS } from './metadata-columns.ts';
import type { Answers, MetadataContext } from './metadata-context.ts';
import { DATABASE_ANSWERS } from './metadata-database.ts';
import { INDEX_ANSWERS } from './metadata-indexes.ts';
import { NAME_ANSWERS } from './metadata-names.ts';
import { OBJECT_ANSWERS } from './metadata-objects.ts';
import { SERVER_ANSWERS } from './metadata-server.ts';
import { TYPE_ANSWERS } from './metadata-types.ts';
import { XML_ANSWERS } from './metadata-xml.ts';

export type { MetadataContext } from './metadata-context.ts';

const ANSWERS: Answers = {
  ...NAME_ANSWERS,
  ...OBJECT_ANSWERS,
  ...COLUMN_ANSWERS,
  ...INDEX_ANSWERS,
  ...TYPE_ANSWERS,
  ...DATABASE_ANSWERS,
  ...SERVER_ANSWERS,
  ...XML_ANSWERS,
};

export function metadata(context: MetadataContext): Metadata {
  return {
    lookup: (what, ...args) => {
      // The function table has converted every argument to the type that the row expects.
      const answer = ANSWERS[what] as ((context: MetadataContext, ...args: readonly Value[]) => Value) | undefined;
      return answer?.(context, ...args) ?? null;
    },
  };
}
