/** Service Broker: its definitions from the catalog, and the conversations and undelivered messages that lie in the storage of the database. */

import { brokerOf, type MessageType } from '../broker/model.ts';
import { contracts, messageTypes, routes } from '../broker/system.ts';
import { findPrincipal } from '../find.ts';
import type { DatabaseCatalog, Queue } from '../model.ts';
import { type ColumnRows, defineView, type SystemContext, type SystemView } from './define.ts';
import { OBJECT_COLUMNS, type ObjectEntry, objectEntries } from './objects.ts';
import { bit, datetimeOf } from './shared.ts';
import { type SpecRow, specColumns, specView } from './spec.ts';

const ownerId = (catalog: DatabaseCatalog, owner: string): number => findPrincipal(catalog, owner)?.id ?? 1;

const VALIDATIONS = { NONE: ['N ', 'NONE'], EMPTY: ['E ', 'EMPTY'], WELL_FORMED_XML: ['X ', 'XML'], VALID_XML: ['X ', 'XML'] } as const;

const messageTypeRow = (type: MessageType, catalog: DatabaseCatalog): SpecRow => ({
  name: type.name,
  message_type_id: type.id,
  principal_id: ownerId(catalog, type.owner),
  validation: VALIDATIONS[type.validation][0],
  validation_desc: VALIDATIONS[type.validation][1],
  xml_collection_id: type.collectionId,
});

interface QueueEntry extends ObjectEntry {
  readonly queue: Queue;
}

function* queues({ catalog }: SystemContext): Iterable<QueueEntry> {
  for (const entry of objectEntries(catalog)) if (entry.object?.kind === 'queue') yield { ...entry, queue: entry.object };
}

const QUEUE_COLUMNS = specColumns<QueueEntry>(
  'max_readers:smallint? activation_procedure:n776? execute_as_principal_id:int? is_activation_enabled:bit is_receive_enabled:bit is_enqueue_enabled:bit is_retention_enabled:bit is_poison_message_handling_enabled:bit?',
  ({ queue }, { catalog }) => ({
    max_readers: queue.activation?.maxReaders ?? 0,
    activation_procedure: queue.activation?.procedure ?? null,
    execute_as_principal_id: queue.activation === null ? null : ownerId(catalog, queue.activation.user),
    is_activation_enabled: bit(queue.activation?.enabled === true),
    is_receive_enabled: bit(queue.enabled),
    is_enqueue_enabled: bit(queue.enabled),
    is_retention_enabled: bit(queue.retention),
    is_poison_message_handling_enabled: bit(queue.poisonHandling),
  }),
);

/** The states of a conversation in words. */
const STATES: Readonly<Record<string, string>> = {
  SO: 'STARTED_OUTBOUND',
  SI: 'STARTED_INBOUND',
  CO: 'CONVERSING',
  DI: 'DISCONNECTED_INBOUND',
  DO: 'DISCONNECTED_OUTBOUND',
  ER: 'ERROR',
  CD: 'CLOSED',
};

const NO_KEY = '00000000-0000-0000-0000-000000000000';
const NEVER = datetimeOf(599_266_080_000_000_000n);

function* endpoints({ catalog, live }: SystemContext): Iterable<SpecRow> {
  for (const c of live.broker.conversations(catalog.databaseId))
    yield {
      conversation_handle: c.handle,
      conversation_id: c.conversation,
      is_initiator: bit(c.initiator),
      service_contract_id: c.contract,
      conversation_group_id: c.group,
      service_id: c.service,
      lifetime: datetimeOf(c.lifetime),
      state: c.state,
      state_desc: STATES[c.state] ?? null,
      far_service: c.farService,
      far_broker_instance: c.farBroker,
      principal_id: ownerId(catalog, c.owner),
      far_principal_id: -1,
      outbound_session_key_identifier: NO_KEY,
      inbound_session_key_identifier: NO_KEY,
      security_timestamp: c.endedAt === null ? NEVER : datetimeOf(c.endedAt),
      dialog_timer: c.timer === null ? NEVER : datetimeOf(c.timer),
      send_sequence: BigInt(c.sent),
      last_send_tran_id: new Uint8Array(6),
      end_dialog_sequence: -1n,
      receive_sequence: BigInt(c.received),
      receive_sequence_frag: 0,
      first_out_of_order_sequence: -1n,
      last_out_of_order_sequence: -1n,
      priority: c.priority,
    };
}

function* groups({ catalog, live }: SystemContext): Iterable<SpecRow> {
  const seen = new Set<string>();
  for (const { group, service, state } of live.broker.conversations(catalog.databaseId)) {
    if (state === 'CD' || seen.has(group)) continue;
    seen.add(group);
    yield { conversation_group_id: group, service_id: service, is_system: 0 };
  }
}

function* undelivered({ catalog, live }: SystemContext): Iterable<SpecRow> {
  for (const m of live.broker.undelivered(catalog.databaseId))
    yield {
      conversation_handle: m.handle,
      to_service_name: m.toService,
      to_broker_instance: m.toBroker,
      from_service_name: m.fromService,
      service_contract_name: m.contract,
      enqueue_time: datetimeOf(m.at),
      message_sequence_number: BigInt(m.sequence),
      message_type_name: m.type,
      is_conversation_error: bit(m.isError),
      is_end_of_dialog: bit(m.isEnd),
      message_body: m.body,
      transmission_status: m.status,
      priority: m.priority,
    };
}

export const BROKER_VIEWS: readonly SystemView[] = [
  defineView('sys', 'service_queues', { columns: { ...(OBJECT_COLUMNS as ColumnRows<QueueEntry>), ...QUEUE_COLUMNS }, items: queues }),
  specView(
    'sys',
    'service_message_types',
    'name:name message_type_id:int principal_id:int? validation:char2 validation_desc:desc? xml_collection_id:int?',
    ({ catalog }) => messageTypes(catalog).map((type) => messageTypeRow(type, catalog)),
  ),
  specView('sys', 'message_type_xml_schema_collection_usages', 'message_type_id:int xml_collection_id:int', ({ catalog }) =>
    messageTypes(catalog).flatMap(({ id, collectionId }) =>
      collectionId === null ? [] : [{ message_type_id: id, xml_collection_id: collectionId }],
    ),
  ),
  specView('sys', 'service_contracts', 'name:name service_contract_id:int principal_id:int?', ({ catalog }) =>
    contracts(catalog).map(({ id, name, owner }) => ({ name, service_contract_id: id, principal_id: ownerId(catalog, owner) })),
  ),
  specView(
    'sys',
    'service_contract_message_usages',
    'service_contract_id:int message_type_id:int is_sent_by_initiator:bit is_sent_by_target:bit',
    ({ catalog }) =>
      contracts(catalog).flatMap(({ id, messages }) =>
        messages.map(({ typeId, byInitiator, byTarget }) => ({
          service_contract_id: id,
          message_type_id: typeId,
          is_sent_by_initiator: bit(byInitiator),
          is_sent_by_target: bit(byTarget),
        })),
      ),
  ),
  specView('sys', 'services', 'name:name service_id:int principal_id:int? service_queue_id:int', ({ catalog }) =>
    brokerOf(catalog).services.map(({ id, name, owner, queueId }) => ({
      name,
      service_id: id,
      principal_id: ownerId(catalog, owner),
      service_queue_id: queueId,
    })),
  ),
  specView('sys', 'service_contract_usages', 'service_id:int service_contract_id:int', ({ catalog }) =>
    brokerOf(catalog).services.flatMap(({ id, contracts: used }) =>
      used.map((contractId) => ({ service_id: id, service_contract_id: contractId })),
    ),
  ),
  specView('sys', 'service_queue_usages', 'service_id:int service_queue_id:int', ({ catalog }) =>
    brokerOf(catalog).services.map(({ id, queueId }) => ({ service_id: id, service_queue_id: queueId })),
  ),
  specView(
    'sys',
    'routes',
    'name:name route_id:int principal_id:int? remote_service_name:n256? broker_instance:n128? lifetime:date? address:n256? mirror_address:n256?',
    ({ catalog }) =>
      routes(catalog).map((route) => ({
        name: route.name,
        route_id: route.id,
        principal_id: ownerId(catalog, route.owner),
        remote_service_name: route.service,
        broker_instance: route.instance,
        lifetime: route.expires === null ? null : datetimeOf(route.expires),
        address: route.address,
        mirror_address: route.mirrorAddress,
      })),
  ),
  specView(
    'sys',
    'remote_service_bindings',
    'name:name remote_service_binding_id:int principal_id:int? remote_service_name:n256? service_contract_id:int remote_principal_id:int? is_anonymous_on:bit',
    ({ catalog }) =>
      brokerOf(catalog).bindings.map((binding) => ({
        name: binding.name,
        remote_service_binding_id: binding.id,
        principal_id: ownerId(catalog, binding.owner),
        remote_service_name: binding.service,
        remote_principal_id: ownerId(catalog, binding.user),
        is_anonymous_on: bit(binding.anonymous),
      })),
  ),
  specView(
    'sys',
    'conversation_priorities',
    'priority_id:int name:name service_contract_id:int? local_service_id:int? remote_service_name:n256? priority:tinyint',
    ({ catalog }) =>
      brokerOf(catalog).priorities.map((priority) => ({
        priority_id: priority.id,
        name: priority.name,
        service_contract_id: priority.contractId,
        local_service_id: priority.localServiceId,
        remote_service_name: priority.remoteService,
        priority: priority.level,
      })),
  ),
  specView(
    'sys',
    'conversation_endpoints',
    'conversation_handle:guid conversation_id:guid is_initiator:bit service_contract_id:int conversation_group_id:guid service_id:int lifetime:date state:char2 state_desc:desc? far_service:n256 far_broker_instance:n128? principal_id:int far_principal_id:int outbound_session_key_identifier:guid inbound_session_key_identifier:guid security_timestamp:date dialog_timer:date send_sequence:bigint last_send_tran_id:fixed6 end_dialog_sequence:bigint receive_sequence:bigint receive_sequence_frag:int system_sequence:bigint first_out_of_order_sequence:bigint last_out_of_order_sequence:bigint last_out_of_order_frag:int is_system:bit priority:tinyint',
    endpoints,
  ),
  specView('sys', 'conversation_groups', 'conversation_group_id:guid service_id:int is_system:bit?', groups),
  specView(
    'sys',
    'transmission_queue',
    'conversation_handle:guid to_service_name:n256? to_broker_instance:n128? from_service_name:n256? service_contract_name:n256? enqueue_time:date message_sequence_number:bigint message_type_name:n256? is_conversation_error:bit is_end_of_dialog:bit message_body:bytes? transmission_status:long? priority:tinyint?',
    undelivered,
  ),
  specView(
    'sys',
    'dm_broker_activated_tasks',
    'spid:int? database_id:smallint? queue_id:int? procedure_name:n650? execute_as:int?',
    ({ live }) =>
      [...live.broker.activated()].map((task) => ({
        spid: task.session,
        database_id: task.databaseId,
        queue_id: task.queueId,
        procedure_name: task.procedure,
        execute_as: task.principalId,
      })),
  ),
  specView(
    'sys',
    'dm_broker_queue_monitors',
    'database_id:int? queue_id:int? state:n32? last_empty_rowset_time:date? last_activated_time:date? tasks_waiting:int?',
    ({ live }) =>
      [...live.broker.monitors()].map((monitor) => ({
        database_id: monitor.databaseId,
        queue_id: monitor.queueId,
        state: monitor.state,
        last_activated_time: monitor.activated === null ? null : datetimeOf(monitor.activated),
        tasks_waiting: monitor.waiting,
      })),
  ),
];
