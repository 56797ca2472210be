/** Permissions that the definitions of Service Broker take. What may not be altered or dropped is told like what is not there. */

import type { Administrative, ObjectName } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { brokerSecurable, isBrokerClass } from '../../broker/securables.ts';
import { nameFromParts, nameText } from '../../find.ts';
import type { DdlContext } from '../context.ts';
import { holdsHere, permitCreate, permitTable, requireHeld } from './objects.ts';

export function permitBroker({ what, names }: Administrative, context: DdlContext): void {
  const name = names[0] ?? nameFromParts(['']);
  const [verb = ''] = what.split(' ', 1);
  const word = what.slice(verb.length + 1);
  if (word === 'QUEUE') {
    if (verb === 'CREATE') return permitCreate(context, 'CREATE QUEUE', name);
    return permitTable(context, name, () => sqlError(15151, 'alter', 'service queue', nameText(name)));
  }
  if (word === 'BROKER PRIORITY') return requireHeld(context, 'ALTER', what);
  if (verb === 'CREATE') return requireHeld(context, what);
  requireAltering(context, 'alter', word, nameText(name));
}

/** DROP of everything but queues. */
export const permitDropBroker = (context: DdlContext, word: string, name: ObjectName): void =>
  requireAltering(context, 'drop', word, nameText(name));

function requireAltering(context: DdlContext, verb: string, word: string, name: string): void {
  const catalog = context.catalogs.current();
  if (!isBrokerClass(word)) return requireHeld(context, 'ALTER', `${verb.toUpperCase()} ${word}`);
  const found = brokerSecurable(catalog, word, name);
  if (
    found !== undefined &&
    !holdsHere(context, catalog, verb === 'drop' ? 'CONTROL' : 'ALTER', { class: word, id: found.id }) &&
    !holdsHere(context, catalog, `ALTER ANY ${word}`)
  )
    throw sqlError(15151, verb, word.toLowerCase(), name);
}
