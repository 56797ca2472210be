/**
 * How queues and conversations lie in storage, beside the data and with its transactions: a table of messages for each queue, which can also be read as
 * one, and for the database a table of conversation endpoints, one of messages that wait to be delivered, and the counters of the queues. They are made
 * with the first queue.
 */

import { BIGINT, DATETIME, INT, MAX, nchar, nvarchar, TINYINT, UNIQUEIDENTIFIER, varbinary } from '@sprocket/tsql';
import type { Queue, Table } from '../model.ts';
import { type PlainColumn, plainTable } from '../plain-table.ts';

/** Names without a dot are never those of users' tables. */
export const CONVERSATIONS_TABLE = 'sprocket_conversations';
export const TRANSMISSION_TABLE = 'sprocket_transmission';
export const QUEUES_TABLE = 'sprocket_queues';

const required = (name: string, type: PlainColumn['type']): PlainColumn => ({ name, type, nullable: false });
const optional = (name: string, type: PlainColumn['type']): PlainColumn => ({ name, type, nullable: true });

/** What a queue shows of a message, in this order. */
export const MESSAGE_COLUMNS: readonly PlainColumn[] = [
  required('status', TINYINT),
  required('priority', TINYINT),
  required('queuing_order', BIGINT),
  required('conversation_group_id', UNIQUEIDENTIFIER),
  required('conversation_handle', UNIQUEIDENTIFIER),
  required('message_sequence_number', BIGINT),
  optional('service_name', nvarchar(512)),
  required('service_id', INT),
  optional('service_contract_name', nvarchar(256)),
  required('service_contract_id', INT),
  optional('message_type_name', nvarchar(256)),
  required('message_type_id', INT),
  required('validation', nchar(2)),
  optional('message_body', varbinary(MAX)),
  required('message_enqueue_time', DATETIME),
];

/** The storage columns that statements about messages name. */
export const MESSAGE = { status: 'c1', priority: 'c2', order: 'c3', group: 'c4', handle: 'c5', sequence: 'c6' } as const;

const tables = new WeakMap<Queue, Table>();

/** A queue as the table of its messages. */
export function queueTable(queue: Queue): Table {
  const known = tables.get(queue);
  if (known !== undefined) return known;
  const { id, schema, name, created, modified } = queue;
  const storage = { kind: 'database', name: messagesTable(id), rowIdColumn: null } as const;
  const table = plainTable({ id, schema, name, created, modified, isSystem: false, storage }, MESSAGE_COLUMNS);
  tables.set(queue, table);
  return table;
}

const QUEUE_PREFIX = 'messages ';

export const messagesTable = (queueId: number): string => `${QUEUE_PREFIX}${queueId}`;

/** What finds the next message of a queue, those of a group and those of a conversation. */
export function messageIndexes(alias: string, quote: (name: string) => string, queueId: number): readonly string[] {
  const { order, status, priority, group, handle } = MESSAGE;
  const index = (word: string, columns: string, unique = ''): string =>
    `CREATE ${unique}INDEX ${alias}.${quote(`${messagesTable(queueId)} ${word}`)} ON ${quote(messagesTable(queueId))}(${columns})`;
  return [
    index('order', order, 'UNIQUE '),
    index('next', `${status}, ${priority} DESC, ${order}`),
    index('group', `${group}, ${order}`),
    index('handle', `${handle}, ${order}`),
  ];
}

/** Users' tables have a dot in their storage names. */
export const isQueueTable = ({ storage }: Table): boolean => storage.name.startsWith(QUEUE_PREFIX) && !storage.name.includes('.');

/** A variable with the columns of a queue: what a RECEIVE has taken. */
export const receivedTable = (): Table =>
  plainTable(
    { id: 0, schema: '', name: '', created: 0n, modified: 0n, isSystem: false, storage: { kind: 'variable', name: '', rowIdColumn: null } },
    MESSAGE_COLUMNS,
  );

/** The statements that make the tables of a database; they change nothing where these exist. */
export const brokerTables = (alias: string): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS ${alias}.${CONVERSATIONS_TABLE}(handle TEXT PRIMARY KEY, conversation TEXT NOT NULL, initiator INT NOT NULL,
contract INT NOT NULL, grp TEXT NOT NULL, service INT NOT NULL, lifetime INT NOT NULL, state TEXT NOT NULL, far_service TEXT NOT NULL,
far_broker TEXT, far_handle TEXT, far_database INT, owner TEXT NOT NULL, timer INT, sent INT NOT NULL, received INT NOT NULL, ended_at INT,
priority INT NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS ${alias}.sprocket_conversations_grp ON ${CONVERSATIONS_TABLE}(grp)`,
  `CREATE TABLE IF NOT EXISTS ${alias}.${TRANSMISSION_TABLE}(id INTEGER PRIMARY KEY, handle TEXT NOT NULL, at INT NOT NULL, seq INT NOT NULL,
type TEXT NOT NULL, body BLOB, status TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS ${alias}.${QUEUES_TABLE}(id INTEGER PRIMARY KEY, next INT NOT NULL)`,
];
