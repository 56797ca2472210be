/**
 * The events that triggers on the database and on the server can be for, with the groups that stand for several: numbers and names of
 * sys.trigger_event_types. Most of them never happen here, but a trigger may name them.
 */

interface EventGroup {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  /** Its own events with their numbers; those of the groups below it belong to it too. */
  readonly events: Readonly<Record<string, number>>;
}

const GROUPS: readonly EventGroup[] = [
  { id: 10001, name: 'DDL_EVENTS', parent: null, events: {} },
  { id: 10002, name: 'DDL_SERVER_LEVEL_EVENTS', parent: 10001, events: { ALTER_INSTANCE: 214 } },
  { id: 10003, name: 'DDL_ENDPOINT_EVENTS', parent: 10002, events: { CREATE_ENDPOINT: 181, ALTER_ENDPOINT: 182, DROP_ENDPOINT: 183 } },
  { id: 10004, name: 'DDL_DATABASE_EVENTS', parent: 10002, events: { CREATE_DATABASE: 201, ALTER_DATABASE: 202, DROP_DATABASE: 203 } },
  {
    id: 10005,
    name: 'DDL_SERVER_SECURITY_EVENTS',
    parent: 10002,
    events: {
      ADD_SERVER_ROLE_MEMBER: 209,
      DROP_SERVER_ROLE_MEMBER: 210,
      CREATE_SERVER_ROLE: 300,
      ALTER_SERVER_ROLE: 301,
      DROP_SERVER_ROLE: 302,
    },
  },
  { id: 10006, name: 'DDL_LOGIN_EVENTS', parent: 10005, events: { CREATE_LOGIN: 144, ALTER_LOGIN: 145, DROP_LOGIN: 146 } },
  { id: 10007, name: 'DDL_GDR_SERVER_EVENTS', parent: 10005, events: { GRANT_SERVER: 167, DENY_SERVER: 168, REVOKE_SERVER: 169 } },
  { id: 10008, name: 'DDL_AUTHORIZATION_SERVER_EVENTS', parent: 10005, events: { ALTER_AUTHORIZATION_SERVER: 204 } },
  {
    id: 10009,
    name: 'DDL_CREDENTIAL_EVENTS',
    parent: 10005,
    events: { CREATE_CREDENTIAL: 259, ALTER_CREDENTIAL: 260, DROP_CREDENTIAL: 261 },
  },
  { id: 10010, name: 'DDL_SERVICE_MASTER_KEY_EVENTS', parent: 10005, events: { ALTER_SERVICE_MASTER_KEY: 251 } },
  {
    id: 10011,
    name: 'DDL_EXTENDED_PROCEDURE_EVENTS',
    parent: 10002,
    events: { CREATE_EXTENDED_PROCEDURE: 221, DROP_EXTENDED_PROCEDURE: 232 },
  },
  {
    id: 10012,
    name: 'DDL_LINKED_SERVER_EVENTS',
    parent: 10002,
    events: { CREATE_LINKED_SERVER: 225, DROP_LINKED_SERVER: 262, ALTER_LINKED_SERVER: 263 },
  },
  {
    id: 10013,
    name: 'DDL_LINKED_SERVER_LOGIN_EVENTS',
    parent: 10012,
    events: { CREATE_LINKED_SERVER_LOGIN: 226, DROP_LINKED_SERVER_LOGIN: 236 },
  },
  { id: 10014, name: 'DDL_MESSAGE_EVENTS', parent: 10002, events: { ALTER_MESSAGE: 215, CREATE_MESSAGE: 227, DROP_MESSAGE: 237 } },
  {
    id: 10015,
    name: 'DDL_REMOTE_SERVER_EVENTS',
    parent: 10002,
    events: { ALTER_REMOTE_SERVER: 217, CREATE_REMOTE_SERVER: 230, DROP_REMOTE_SERVER: 240 },
  },
  { id: 10016, name: 'DDL_DATABASE_LEVEL_EVENTS', parent: 10001, events: { RENAME: 241, ALTER_DATABASE_SCOPED_CONFIGURATION: 320 } },
  { id: 10017, name: 'DDL_TABLE_VIEW_EVENTS', parent: 10016, events: {} },
  { id: 10018, name: 'DDL_TABLE_EVENTS', parent: 10017, events: { CREATE_TABLE: 21, ALTER_TABLE: 22, DROP_TABLE: 23 } },
  { id: 10019, name: 'DDL_VIEW_EVENTS', parent: 10017, events: { CREATE_VIEW: 41, ALTER_VIEW: 42, DROP_VIEW: 43 } },
  {
    id: 10020,
    name: 'DDL_INDEX_EVENTS',
    parent: 10017,
    events: {
      CREATE_INDEX: 24,
      ALTER_INDEX: 25,
      DROP_INDEX: 26,
      CREATE_XML_INDEX: 206,
      ALTER_FULLTEXT_INDEX: 213,
      CREATE_FULLTEXT_INDEX: 224,
      DROP_FULLTEXT_INDEX: 235,
      CREATE_SPATIAL_INDEX: 274,
    },
  },
  {
    id: 10021,
    name: 'DDL_STATISTICS_EVENTS',
    parent: 10017,
    events: { CREATE_STATISTICS: 27, UPDATE_STATISTICS: 28, DROP_STATISTICS: 29 },
  },
  { id: 10022, name: 'DDL_SYNONYM_EVENTS', parent: 10016, events: { CREATE_SYNONYM: 34, DROP_SYNONYM: 36 } },
  { id: 10023, name: 'DDL_FUNCTION_EVENTS', parent: 10016, events: { CREATE_FUNCTION: 61, ALTER_FUNCTION: 62, DROP_FUNCTION: 63 } },
  { id: 10024, name: 'DDL_PROCEDURE_EVENTS', parent: 10016, events: { CREATE_PROCEDURE: 51, ALTER_PROCEDURE: 52, DROP_PROCEDURE: 53 } },
  { id: 10025, name: 'DDL_TRIGGER_EVENTS', parent: 10016, events: { CREATE_TRIGGER: 71, ALTER_TRIGGER: 72, DROP_TRIGGER: 73 } },
  {
    id: 10026,
    name: 'DDL_EVENT_NOTIFICATION_EVENTS',
    parent: 10016,
    events: { CREATE_EVENT_NOTIFICATION: 74, DROP_EVENT_NOTIFICATION: 76 },
  },
  { id: 10027, name: 'DDL_ASSEMBLY_EVENTS', parent: 10016, events: { CREATE_ASSEMBLY: 101, ALTER_ASSEMBLY: 102, DROP_ASSEMBLY: 103 } },
  { id: 10028, name: 'DDL_TYPE_EVENTS', parent: 10016, events: { CREATE_TYPE: 91, DROP_TYPE: 93 } },
  { id: 10029, name: 'DDL_DATABASE_SECURITY_EVENTS', parent: 10016, events: {} },
  {
    id: 10030,
    name: 'DDL_CERTIFICATE_EVENTS',
    parent: 10029,
    events: { CREATE_CERTIFICATE: 197, ALTER_CERTIFICATE: 198, DROP_CERTIFICATE: 199 },
  },
  { id: 10031, name: 'DDL_USER_EVENTS', parent: 10029, events: { CREATE_USER: 131, ALTER_USER: 132, DROP_USER: 133 } },
  {
    id: 10032,
    name: 'DDL_ROLE_EVENTS',
    parent: 10029,
    events: { CREATE_ROLE: 134, ALTER_ROLE: 135, DROP_ROLE: 136, ADD_ROLE_MEMBER: 207, DROP_ROLE_MEMBER: 208 },
  },
  {
    id: 10033,
    name: 'DDL_APPLICATION_ROLE_EVENTS',
    parent: 10029,
    events: { CREATE_APPLICATION_ROLE: 137, ALTER_APPLICATION_ROLE: 138, DROP_APPLICATION_ROLE: 139 },
  },
  { id: 10034, name: 'DDL_SCHEMA_EVENTS', parent: 10029, events: { CREATE_SCHEMA: 141, ALTER_SCHEMA: 142, DROP_SCHEMA: 143 } },
  { id: 10035, name: 'DDL_GDR_DATABASE_EVENTS', parent: 10029, events: { GRANT_DATABASE: 170, DENY_DATABASE: 171, REVOKE_DATABASE: 172 } },
  { id: 10036, name: 'DDL_AUTHORIZATION_DATABASE_EVENTS', parent: 10029, events: { ALTER_AUTHORIZATION_DATABASE: 205 } },
  {
    id: 10037,
    name: 'DDL_SYMMETRIC_KEY_EVENTS',
    parent: 10029,
    events: { CREATE_SYMMETRIC_KEY: 244, ALTER_SYMMETRIC_KEY: 245, DROP_SYMMETRIC_KEY: 246 },
  },
  {
    id: 10038,
    name: 'DDL_ASYMMETRIC_KEY_EVENTS',
    parent: 10029,
    events: { CREATE_ASYMMETRIC_KEY: 247, ALTER_ASYMMETRIC_KEY: 248, DROP_ASYMMETRIC_KEY: 249 },
  },
  {
    id: 10039,
    name: 'DDL_CRYPTO_SIGNATURE_EVENTS',
    parent: 10029,
    events: { ADD_SIGNATURE_SCHEMA_OBJECT: 255, DROP_SIGNATURE_SCHEMA_OBJECT: 256, ADD_SIGNATURE: 257, DROP_SIGNATURE: 258 },
  },
  {
    id: 10040,
    name: 'DDL_MASTER_KEY_EVENTS',
    parent: 10029,
    events: { CREATE_MASTER_KEY: 252, ALTER_MASTER_KEY: 253, DROP_MASTER_KEY: 254 },
  },
  { id: 10041, name: 'DDL_SSB_EVENTS', parent: 10016, events: {} },
  {
    id: 10042,
    name: 'DDL_MESSAGE_TYPE_EVENTS',
    parent: 10041,
    events: { CREATE_MESSAGE_TYPE: 151, ALTER_MESSAGE_TYPE: 152, DROP_MESSAGE_TYPE: 153 },
  },
  { id: 10043, name: 'DDL_CONTRACT_EVENTS', parent: 10041, events: { CREATE_CONTRACT: 154, DROP_CONTRACT: 156 } },
  { id: 10044, name: 'DDL_QUEUE_EVENTS', parent: 10041, events: { CREATE_QUEUE: 157, ALTER_QUEUE: 158, DROP_QUEUE: 159 } },
  { id: 10045, name: 'DDL_SERVICE_EVENTS', parent: 10041, events: { CREATE_SERVICE: 161, ALTER_SERVICE: 162, DROP_SERVICE: 163 } },
  { id: 10046, name: 'DDL_ROUTE_EVENTS', parent: 10041, events: { CREATE_ROUTE: 164, ALTER_ROUTE: 165, DROP_ROUTE: 166 } },
  {
    id: 10047,
    name: 'DDL_REMOTE_SERVICE_BINDING_EVENTS',
    parent: 10041,
    events: { CREATE_REMOTE_SERVICE_BINDING: 174, ALTER_REMOTE_SERVICE_BINDING: 175, DROP_REMOTE_SERVICE_BINDING: 176 },
  },
  {
    id: 10048,
    name: 'DDL_XML_SCHEMA_COLLECTION_EVENTS',
    parent: 10016,
    events: { CREATE_XML_SCHEMA_COLLECTION: 177, ALTER_XML_SCHEMA_COLLECTION: 178, DROP_XML_SCHEMA_COLLECTION: 179 },
  },
  { id: 10049, name: 'DDL_PARTITION_EVENTS', parent: 10016, events: {} },
  {
    id: 10050,
    name: 'DDL_PARTITION_FUNCTION_EVENTS',
    parent: 10049,
    events: { CREATE_PARTITION_FUNCTION: 191, ALTER_PARTITION_FUNCTION: 192, DROP_PARTITION_FUNCTION: 193 },
  },
  {
    id: 10051,
    name: 'DDL_PARTITION_SCHEME_EVENTS',
    parent: 10049,
    events: { CREATE_PARTITION_SCHEME: 194, ALTER_PARTITION_SCHEME: 195, DROP_PARTITION_SCHEME: 196 },
  },
  {
    id: 10052,
    name: 'DDL_DEFAULT_EVENTS',
    parent: 10016,
    events: { BIND_DEFAULT: 218, CREATE_DEFAULT: 220, DROP_DEFAULT: 231, UNBIND_DEFAULT: 242 },
  },
  {
    id: 10053,
    name: 'DDL_EXTENDED_PROPERTY_EVENTS',
    parent: 10016,
    events: { ALTER_EXTENDED_PROPERTY: 211, CREATE_EXTENDED_PROPERTY: 222, DROP_EXTENDED_PROPERTY: 233 },
  },
  {
    id: 10054,
    name: 'DDL_FULLTEXT_CATALOG_EVENTS',
    parent: 10016,
    events: { ALTER_FULLTEXT_CATALOG: 212, CREATE_FULLTEXT_CATALOG: 223, DROP_FULLTEXT_CATALOG: 234 },
  },
  {
    id: 10055,
    name: 'DDL_PLAN_GUIDE_EVENTS',
    parent: 10016,
    events: { ALTER_PLAN_GUIDE: 216, CREATE_PLAN_GUIDE: 228, DROP_PLAN_GUIDE: 238 },
  },
  { id: 10056, name: 'DDL_RULE_EVENTS', parent: 10016, events: { BIND_RULE: 219, CREATE_RULE: 229, DROP_RULE: 239, UNBIND_RULE: 243 } },
  { id: 10070, name: 'DDL_SEQUENCE_EVENTS', parent: 10016, events: { CREATE_SEQUENCE: 303, ALTER_SEQUENCE: 304, DROP_SEQUENCE: 305 } },
  {
    id: 10073,
    name: 'DDL_SECURITY_POLICY_EVENTS',
    parent: 10029,
    events: { CREATE_SECURITY_POLICY: 312, ALTER_SECURITY_POLICY: 313, DROP_SECURITY_POLICY: 314 },
  },
];

export interface EventType {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
}

/** Events, then groups, as sys.trigger_event_types lists them. */
export const EVENT_TYPES: readonly EventType[] = [
  ...GROUPS.flatMap((group) => Object.entries(group.events).map(([name, id]): EventType => ({ id, name, parent: group.id }))),
  ...GROUPS,
].sort((a, b) => a.id - b.id);

const BY_NAME: ReadonlyMap<string, EventType> = new Map(EVENT_TYPES.map((type) => [type.name, type]));

export const eventType = (name: string): EventType | undefined => BY_NAME.get(name);

const FIRST_GROUP = 10_000;

export const isEventGroup = (type: EventType): boolean => type.id > FIRST_GROUP;

/** The events that a name stands for: itself, or all below a group. */
export function eventsBelow(name: string): readonly EventType[] {
  const type = eventType(name);
  if (type === undefined || !isEventGroup(type)) return type === undefined ? [] : [type];
  return EVENT_TYPES.filter((event) => !isEventGroup(event) && isBelow(event, type.id));
}

function isBelow(type: EventType, group: number): boolean {
  for (let parent = type.parent; parent !== null; parent = GROUPS.find((other) => other.id === parent)?.parent ?? null)
    if (parent === group) return true;
  return false;
}

const DATABASE_LEVEL = 10_016;

/** Whether an event or group happens inside a database, so that a trigger on one can be for it. */
export const isDatabaseEvent = (type: EventType): boolean => type.id === DATABASE_LEVEL || isBelow(type, DATABASE_LEVEL);
