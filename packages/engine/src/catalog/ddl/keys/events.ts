/** What statements about keys are to triggers on the database, and which parts of their text are not shown there. */

import type { Administrative, Clause, Span } from '@sprocket/tsql';
import { nameText } from '../../find.ts';
import type { DdlEvent, Events } from '../events.ts';

/** Events and the words of EVENTDATA, by the words of the statement; opening and closing is no event. */
const EVENTS: Readonly<Record<string, readonly [type: string, objectType: string]>> = {
  'CREATE MASTER KEY': ['CREATE_MASTER_KEY', 'MASTER KEY'],
  'ALTER MASTER KEY': ['ALTER_MASTER_KEY', 'MASTER KEY'],
  'CREATE CERTIFICATE': ['CREATE_CERTIFICATE', 'CERTIFICATE'],
  'ALTER CERTIFICATE': ['ALTER_CERTIFICATE', 'CERTIFICATE'],
  'CREATE ASYMMETRIC KEY': ['CREATE_ASYMMETRIC_KEY', 'ASYMMETRIC KEY'],
  'ALTER ASYMMETRIC KEY': ['ALTER_ASYMMETRIC_KEY', 'ASYMMETRIC KEY'],
  'CREATE SYMMETRIC KEY': ['CREATE_SYMMETRIC_KEY', 'SYMMETRIC KEY'],
  'ALTER SYMMETRIC KEY': ['ALTER_SYMMETRIC_KEY', 'SYMMETRIC KEY'],
  'ADD SIGNATURE': ['ADD_SIGNATURE_SCHEMA_OBJECT', 'SIGNATURE'],
  'ADD COUNTER SIGNATURE': ['ADD_SIGNATURE_SCHEMA_OBJECT', 'SIGNATURE'],
  'DROP SIGNATURE': ['DROP_SIGNATURE_SCHEMA_OBJECT', 'SIGNATURE'],
};

export function keyEvents({ what, names }: Administrative, make: Events): readonly DdlEvent[] {
  const event = EVENTS[what];
  if (event === undefined) return [];
  const [name] = names;
  return make.plain(event[0], event[1], name === undefined ? '' : nameText(name));
}

const SECRETS: ReadonlySet<string> = new Set(['PASSWORD', 'KEY_SOURCE', 'IDENTITY_VALUE']);

/** Where the strings behind `PASSWORD =` and its like stand, in order. */
export function* secretsIn(items: readonly Clause[]): Iterable<Span> {
  for (const [i, item] of items.entries()) {
    if (item.kind === 'group') yield* secretsIn(item.items);
    const [word, sign] = [items[i - 2], items[i - 1]];
    const isSecret = word?.kind === 'word' && SECRETS.has(word.value) && sign?.kind === 'sign' && sign.value === '=';
    if (isSecret && item.kind === 'string') yield item.span;
  }
}
