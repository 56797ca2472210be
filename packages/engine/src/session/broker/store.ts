/**
 * Conversations and messages as rows of a database's storage (`catalog/broker/tables.ts`). Every function runs inside whatever storage transaction the
 * session has, so that dialogs commit and roll back with the data.
 */

import { decodePhysical, encodePhysical, quoteName } from '../../backends/sqlite/physical.ts';
import {
  brokerTables,
  CONVERSATIONS_TABLE,
  MESSAGE_COLUMNS,
  messagesTable,
  QUEUES_TABLE,
  TRANSMISSION_TABLE,
} from '../../catalog/broker/tables.ts';
import type { Queue } from '../../catalog/model.ts';
import { datetimeOf } from '../../catalog/views/shared.ts';
import type { PhysicalValue } from '../../run/contracts.ts';
import type { Value } from '../../values/value.ts';
import { localTicks } from '../clock.ts';
import type { SessionCore } from '../session-core.ts';

/** SO started outbound, SI started inbound, CO conversing, DI and DO ended by the other side and by this one, ER error, CD closed. */
export type ConversationState = 'SO' | 'SI' | 'CO' | 'DI' | 'DO' | 'ER' | 'CD';

/** One side of a dialog. */
export interface Conversation {
  readonly handle: string;
  /** The same on both sides. */
  readonly conversation: string;
  readonly initiator: boolean;
  readonly contract: number;
  readonly group: string;
  readonly service: number;
  /** When the dialog is over, in milliseconds since 1970. */
  readonly lifetime: number;
  readonly state: ConversationState;
  readonly farService: string;
  readonly farBroker: string | null;
  /** The other side, once there is one. */
  readonly farHandle: string | null;
  readonly farDatabase: number | null;
  /** The user who began the dialog, or owns the service that it is to. */
  readonly owner: string;
  /** When the conversation timer is due, in milliseconds since 1970; null when none is set. */
  readonly timer: number | null;
  /** Messages that were sent and received: the next ones have these numbers. */
  readonly sent: number;
  readonly received: number;
  /** When both sides had ended it; the row of a target stays for a while. */
  readonly endedAt: number | null;
  readonly priority: number;
}

/** A message that could not be delivered yet. */
export interface Undelivered {
  readonly id: number;
  readonly handle: string;
  readonly at: number;
  readonly sequence: number;
  readonly type: string;
  readonly body: Uint8Array | null;
  readonly status: string;
}

/** A message as its queue takes it. */
export interface NewMessage {
  readonly status: number;
  readonly sequence: number;
  readonly serviceName: string;
  readonly contractName: string;
  readonly typeName: string;
  readonly typeId: number;
  readonly validation: string;
  readonly body: Uint8Array | null;
}

const PLAIN = { bigints: false, functions: [] };
const WIDE = { bigints: true, functions: [] };

/** The states in which the lifetime of a dialog counts. */
export const LIVING: readonly ConversationState[] = ['SO', 'SI', 'CO', 'DI'];

const COLUMNS =
  'handle, conversation, initiator, contract, grp, service, lifetime, state, far_service, far_broker, far_handle, far_database, owner, timer, sent, received, ended_at, priority';

/** What reaches the storage of a database. */
export type StoreHost = Pick<SessionCore, 'instance' | 'connection'>;

export class BrokerStore {
  readonly #core: StoreHost;
  readonly databaseId: number;
  readonly #alias: string;
  #exists = false;

  constructor(core: StoreHost, databaseId: number) {
    this.#core = core;
    this.databaseId = databaseId;
    core.instance.databases.attach(core.connection, databaseId);
    this.#alias = core.instance.databases.alias(databaseId);
  }

  /** Whether the database ever had a queue. */
  get exists(): boolean {
    this.#exists ||= this.#get(`SELECT 1 FROM ${this.#alias}.sqlite_master WHERE name = ?`, CONVERSATIONS_TABLE) !== undefined;
    return this.#exists;
  }

  /** Makes the tables where a database of an older server has none. */
  ensure(): void {
    if (this.exists) return;
    for (const sql of brokerTables(this.#alias)) this.#core.connection.execute(sql);
  }

  find(handle: string): Conversation | undefined {
    const row = this.exists ? this.#get(`SELECT ${COLUMNS} FROM ${this.#conversations} WHERE handle = ?`, handle) : undefined;
    return row && conversationOf(row);
  }

  all(where = '', ...params: readonly PhysicalValue[]): readonly Conversation[] {
    if (!this.exists) return [];
    const sql = `SELECT ${COLUMNS} FROM ${this.#conversations} ${where}`;
    return [...this.#core.connection.iterate(sql, params, PLAIN)].map(conversationOf);
  }

  put(conversation: Conversation): void {
    const c = conversation;
    this.#run(
      `INSERT OR REPLACE INTO ${this.#conversations}(${COLUMNS}) VALUES (${COLUMNS.replaceAll(/\w+/g, '?')})`,
      ...[c.handle, c.conversation, c.initiator ? 1 : 0, c.contract, c.group, c.service, c.lifetime, c.state, c.farService],
      ...[c.farBroker, c.farHandle, c.farDatabase, c.owner, c.timer, c.sent, c.received, c.endedAt, c.priority],
    );
  }

  remove(handle: string): void {
    this.#run(`DELETE FROM ${this.#conversations} WHERE handle = ?`, handle);
    this.#run(`DELETE FROM ${this.#transmission} WHERE handle = ?`, handle);
  }

  /** Puts a message at the end of a queue. */
  enqueue(queue: Queue, conversation: Conversation, message: NewMessage): void {
    this.#run(`INSERT OR IGNORE INTO ${this.#queues}(id, next) VALUES (?, 0)`, queue.id);
    const [order] = this.#get(`UPDATE ${this.#queues} SET next = next + 1 WHERE id = ? RETURNING next - 1`, queue.id) ?? [0];
    const values: readonly Value[] = [
      message.status,
      conversation.priority,
      BigInt(Number(order)),
      conversation.group,
      conversation.handle,
      BigInt(message.sequence),
      message.serviceName,
      conversation.service,
      message.contractName,
      conversation.contract,
      message.typeName,
      message.typeId,
      message.validation.padEnd(2),
      message.body,
      datetimeOf(localTicks()),
    ];
    const cells = MESSAGE_COLUMNS.map(({ type }, i) => encodePhysical(values[i] ?? null, type));
    this.#run(`INSERT INTO ${this.#messages(queue.id)} VALUES (${cells.map(() => '?').join(', ')})`, ...cells);
  }

  /** The groups of messages that can be received, the one that is due first first. */
  *groups(queueId: number, column: 'c4' | 'c5' | null, value: string | null): Iterable<string> {
    const where = column === null ? '' : ` AND ${column} = ?`;
    const sql = `SELECT c4 FROM ${this.#messages(queueId)} WHERE c1 = 1${where} ORDER BY c2 DESC, c3`;
    let last: string | null = null;
    for (const [group] of this.#core.connection.iterate(sql, value === null ? [] : [value], PLAIN)) {
      if (group === last) continue;
      last = String(group);
      yield last;
    }
  }

  /** Takes messages of a group: all of one conversation before those of the next. Retained ones stay with status 0. */
  take(queue: Queue, group: string, handle: string | null, limit: number): readonly (readonly Value[])[] {
    const table = this.#messages(queue.id);
    const rows: (readonly Value[])[] = [];
    const filter = handle === null ? '' : ' AND c5 = ?';
    const given = handle === null ? [group] : [group, handle];
    while (rows.length < limit) {
      const next = this.#get(`SELECT c5 FROM ${table} WHERE c1 = 1 AND c4 = ?${filter} ORDER BY c2 DESC, c3 LIMIT 1`, ...given);
      if (next === undefined) break;
      const taken = this.#messagesOf(table, group, String(next[0]), limit - rows.length);
      for (const row of taken) {
        const order = Number(row[2]);
        if (queue.retention) this.#run(`UPDATE ${table} SET c1 = 0 WHERE c3 = ?`, order);
        else this.#run(`DELETE FROM ${table} WHERE c3 = ?`, order);
        rows.push([0, ...row.slice(1)]);
      }
    }
    return rows;
  }

  #messagesOf(table: string, group: string, handle: string, limit: number): readonly (readonly Value[])[] {
    const bound = Number.isFinite(limit) ? ` LIMIT ${Math.trunc(limit)}` : '';
    const sql = `SELECT * FROM ${table} WHERE c1 = 1 AND c4 = ? AND c5 = ? ORDER BY c3${bound}`;
    const rows: (readonly Value[])[] = [];
    for (const row of this.#core.connection.iterate(sql, [group, handle], WIDE))
      rows.push(MESSAGE_COLUMNS.map(({ type }, i) => decodePhysical(row[i] ?? null, type)));
    return rows;
  }

  /** The messages of a conversation go with it. */
  forget(queueId: number, handle: string): void {
    this.#run(`DELETE FROM ${this.#messages(queueId)} WHERE c5 = ?`, handle);
  }

  hasMessages(queueId: number): boolean {
    return this.#get(`SELECT 1 FROM ${this.#messages(queueId)} WHERE c1 = 1 LIMIT 1`) !== undefined;
  }

  move(queueId: number, handle: string, group: string): void {
    this.#run(`UPDATE ${this.#conversations} SET grp = ? WHERE handle = ?`, group, handle);
    this.#run(`UPDATE ${this.#messages(queueId)} SET c4 = ? WHERE c5 = ?`, group, handle);
  }

  hold(message: Omit<Undelivered, 'id'>): void {
    const { handle, at, sequence, type, body, status } = message;
    const sql = `INSERT INTO ${this.#transmission}(handle, at, seq, type, body, status) VALUES (?, ?, ?, ?, ?, ?)`;
    this.#run(sql, handle, at, sequence, type, body, status);
  }

  held(handle: string | null = null): readonly Undelivered[] {
    if (!this.exists) return [];
    const where = handle === null ? '' : ' WHERE handle = ?';
    const sql = `SELECT id, handle, at, seq, type, body, status FROM ${this.#transmission}${where} ORDER BY id`;
    return [...this.#core.connection.iterate(sql, handle === null ? [] : [handle], PLAIN)].map(undeliveredOf);
  }

  isHeld(handle: string): boolean {
    return this.#get(`SELECT 1 FROM ${this.#transmission} WHERE handle = ? LIMIT 1`, handle) !== undefined;
  }

  unhold(id: number): void {
    this.#run(`DELETE FROM ${this.#transmission} WHERE id = ?`, id);
  }

  /** The moment at which a timer or a lifetime is next over, in milliseconds since 1970; null when there is none. */
  nextDue(): number | null {
    if (!this.exists) return null;
    const lives = `CASE WHEN state IN (${LIVING.map((state) => `'${state}'`).join(', ')}) THEN lifetime END`;
    const [timer, lifetime] = this.#get(`SELECT min(timer), min(${lives}) FROM ${this.#conversations}`) ?? [];
    const due = Math.min(Number(timer ?? Number.POSITIVE_INFINITY), Number(lifetime ?? Number.POSITIVE_INFINITY));
    return Number.isFinite(due) ? due : null;
  }

  get #conversations(): string {
    return `${this.#alias}.${CONVERSATIONS_TABLE}`;
  }

  get #transmission(): string {
    return `${this.#alias}.${TRANSMISSION_TABLE}`;
  }

  get #queues(): string {
    return `${this.#alias}.${QUEUES_TABLE}`;
  }

  #messages(queueId: number): string {
    return `${this.#alias}.${quoteName(messagesTable(queueId))}`;
  }

  #get(sql: string, ...params: readonly PhysicalValue[]): readonly PhysicalValue[] | undefined {
    return this.#core.connection.get(sql, params, PLAIN);
  }

  #run(sql: string, ...params: readonly PhysicalValue[]): void {
    this.#core.connection.run(sql, params, PLAIN);
  }
}

const numberOrNull = (value: PhysicalValue | undefined): number | null => (value === null || value === undefined ? null : Number(value));
const textOrNull = (value: PhysicalValue | undefined): string | null => (value === null || value === undefined ? null : String(value));

function conversationOf(row: readonly PhysicalValue[]): Conversation {
  const [handle, conversation, initiator, contract, group, service, lifetime, state, farService, farBroker, ...rest] = row;
  const [farHandle, farDatabase, owner, timer, sent, received, endedAt, priority] = rest;
  return {
    handle: String(handle),
    conversation: String(conversation),
    initiator: initiator === 1,
    contract: Number(contract),
    group: String(group),
    service: Number(service),
    lifetime: Number(lifetime),
    state: String(state) as ConversationState,
    farService: String(farService),
    farBroker: textOrNull(farBroker),
    farHandle: textOrNull(farHandle),
    farDatabase: numberOrNull(farDatabase),
    owner: String(owner),
    timer: numberOrNull(timer),
    sent: Number(sent),
    received: Number(received),
    endedAt: numberOrNull(endedAt),
    priority: Number(priority),
  };
}

function undeliveredOf([id, handle, at, sequence, type, body, status]: readonly PhysicalValue[]): Undelivered {
  return {
    id: Number(id),
    handle: String(handle),
    at: Number(at),
    sequence: Number(sequence),
    type: String(type),
    body: body instanceof Uint8Array ? new Uint8Array(body) : null,
    status: String(status),
  };
}
