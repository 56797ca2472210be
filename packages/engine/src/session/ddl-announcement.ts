/**
 * Telling triggers on the database and on the server what data definition has done. They run inside the statement, after it, so that a ROLLBACK in one
 * undoes it. Each gets the event as the XML document of EVENTDATA().
 */

import { type DdlEvent, eventsOf } from '../catalog/ddl/events.ts';
import type { DdlStatement } from '../catalog/ddl/index.ts';
import { escapeText } from '../functions/xml/text.ts';
import type { Steps } from '../run/contracts.ts';
import { runDdlTrigger } from '../run/triggers.ts';
import { EPOCH_TICKS, localTicks } from './clock.ts';
import type { SessionCore } from './session-core.ts';

/** Looks at what is there before the statement; what it returns fires the triggers once it is done. */
export function announcement(core: SessionCore, statement: DdlStatement, text: string): () => Steps<void> {
  const { catalogs } = core;
  const events = eventsOf(statement, { database: (name) => catalogs.database(name), defaultSchema: catalogs.defaultSchema });
  const known = new Set(allTriggers(core));
  return function* () {
    for (const event of events) {
      const databaseId = event.database === undefined ? null : (catalogs.database(event.database)?.databaseId ?? null);
      // A new trigger does not see its own creation.
      const modules = core.modules.ddlTriggers(event.type, databaseId).filter((module) => known.has(module.objectId));
      if (modules.length === 0) continue;
      const data = eventDocument(core, event, commandText(statement, text));
      for (const module of modules) yield* runDdlTrigger(core, module, data);
    }
  };
}

function* allTriggers(core: SessionCore): Iterable<number> {
  for (const trigger of core.catalogs.server.triggers ?? []) yield trigger.id;
  for (const object of core.catalogs.current.objects.values()) if (object.kind === 'trigger') yield object.id;
}

/** Modules and schemas are the whole batch; other statements are themselves. */
function commandText(statement: DdlStatement, text: string): string {
  return WHOLE_BATCH.has(statement.kind) ? text : text.slice(statement.span.start, statement.span.end);
}

const WHOLE_BATCH: ReadonlySet<DdlStatement['kind']> = new Set<DdlStatement['kind']>([
  'createProcedure',
  'createFunction',
  'createView',
  'createTrigger',
  'createSchema',
  'createDefault',
  'createRule',
]);

function eventDocument(core: SessionCore, event: DdlEvent, command: string): string {
  const { schema, database, target } = event;
  const isOn = (on: boolean): string => (on ? 'ON' : 'OFF');
  const options = [
    `ANSI_NULLS="${isOn(core.options.ansiNulls)}"`,
    `ANSI_NULL_DEFAULT="${isOn(core.options.ansiNullDefaultOn)}"`,
    `ANSI_PADDING="${isOn(core.options.ansiPadding)}"`,
    `QUOTED_IDENTIFIER="${isOn(core.options.quotedIdentifier)}"`,
    'ENCRYPTED="FALSE"',
  ];
  return [
    '<EVENT_INSTANCE>',
    element('EventType', event.type),
    element('PostTime', new Date(Number((localTicks() - EPOCH_TICKS) / 10_000n)).toISOString().slice(0, 23)),
    element('SPID', String(core.id)),
    element('ServerName', core.instance.options.serverName),
    element('LoginName', core.loginName),
    database === undefined ? '' : element('UserName', core.userName),
    database === undefined ? '' : element('DatabaseName', database),
    schema === null ? '' : element('SchemaName', schema),
    element('ObjectName', event.object),
    element('ObjectType', event.objectType),
    target === null ? '' : element('TargetObjectName', target.object) + element('TargetObjectType', target.objectType),
    `<TSQLCommand><SetOptions ${options.join(' ')}/>${element('CommandText', command)}</TSQLCommand>`,
    '</EVENT_INSTANCE>',
  ].join('');
}

const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;
