/** What the definitions of Service Broker are to triggers on the database. */

import type { Administrative, ObjectName } from '@sprocket/tsql';
import { nameFromParts, nameText } from '../../find.ts';
import type { DdlEvent, Events } from '../events.ts';
import { isBrokerDdl } from './index.ts';

export function brokerEvents({ what, names }: Administrative, make: Events): readonly DdlEvent[] {
  if (!isBrokerDdl(what)) return [];
  const name: ObjectName = names[0] ?? nameFromParts(['']);
  const word = what.slice(what.indexOf(' ') + 1);
  const type = what.replaceAll(' ', '_');
  return word === 'QUEUE' ? make.named(type, word, name) : make.plain(type, word, nameText(name));
}
