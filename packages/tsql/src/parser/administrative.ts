/**
 * The long tail: statements that the tree keeps by name, objects and clauses. One row per statement; `names` tells whether an object's
 * name follows, `inner` lists statement words that belong to its clauses.
 */
import type { Administrative, ObjectName } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { objectName, objectNameOrString } from './names.ts';
import { clauses } from './options.ts';
import type { Parser } from './state.ts';
import { acceptWords, spanFrom } from './state.ts';

interface Row {
  /** The words after the verb. */
  readonly words: string;
  readonly names: boolean;
  readonly inner: readonly string[];
}

const row = (words: string, inner: readonly string[] = []): Row => ({ words, names: true, inner });
const unnamed = (words: string, inner: readonly string[] = []): Row => ({ words, names: false, inner });

/** After CREATE. */
export const CREATE: readonly Row[] = [
  row('AGGREGATE'),
  row('ASSEMBLY'),
  row('ASYMMETRIC KEY'),
  row('AVAILABILITY GROUP', ['GRANT']),
  row('BROKER PRIORITY', ['SET']),
  row('CERTIFICATE'),
  row('COLUMN ENCRYPTION KEY'),
  row('COLUMN MASTER KEY'),
  row('CONTRACT'),
  row('CREDENTIAL'),
  row('CRYPTOGRAPHIC PROVIDER'),
  row('DATABASE AUDIT SPECIFICATION'),
  unnamed('DATABASE ENCRYPTION KEY'),
  row('DATABASE SCOPED CREDENTIAL'),
  row('ENDPOINT'),
  row('EVENT NOTIFICATION'),
  row('EVENT SESSION', ['SET']),
  row('EXTERNAL DATA SOURCE'),
  row('EXTERNAL FILE FORMAT'),
  row('EXTERNAL LANGUAGE'),
  row('EXTERNAL LIBRARY'),
  row('EXTERNAL MODEL'),
  row('EXTERNAL RESOURCE POOL'),
  row('EXTERNAL TABLE', ['SELECT']),
  row('FULLTEXT CATALOG'),
  unnamed('FULLTEXT INDEX', ['SET']),
  row('FULLTEXT STOPLIST'),
  unnamed('MASTER KEY'),
  row('MESSAGE TYPE'),
  row('PRIMARY XML INDEX'),
  row('QUEUE', ['EXECUTE']),
  row('REMOTE SERVICE BINDING'),
  row('RESOURCE POOL'),
  row('ROUTE'),
  row('SEARCH PROPERTY LIST'),
  row('SELECTIVE XML INDEX'),
  row('SERVER AUDIT SPECIFICATION'),
  row('SERVER AUDIT'),
  row('SERVICE'),
  row('SYMMETRIC KEY'),
  row('WORKLOAD CLASSIFIER'),
  row('WORKLOAD GROUP'),
  row('XML INDEX'),
];

/** After ALTER. */
export const ALTER: readonly Row[] = [
  row('ASSEMBLY', ['DROP', 'ADD']),
  row('ASYMMETRIC KEY'),
  row('AVAILABILITY GROUP', ['GRANT', 'DENY', 'CREATE', 'SET', 'REVOKE']),
  row('BROKER PRIORITY', ['SET']),
  row('CERTIFICATE'),
  row('COLUMN ENCRYPTION KEY', ['DROP']),
  row('CREDENTIAL'),
  row('CRYPTOGRAPHIC PROVIDER'),
  row('DATABASE AUDIT SPECIFICATION', ['DROP']),
  unnamed('DATABASE ENCRYPTION KEY'),
  row('DATABASE SCOPED CREDENTIAL'),
  unnamed('DATABASE SCOPED CONFIGURATION', ['SET']),
  row('ENDPOINT'),
  row('EVENT SESSION', ['DROP', 'SET']),
  row('EXTERNAL DATA SOURCE', ['SET']),
  row('EXTERNAL LANGUAGE', ['SET']),
  row('EXTERNAL LIBRARY', ['SET']),
  row('EXTERNAL RESOURCE POOL'),
  row('FULLTEXT CATALOG'),
  unnamed('FULLTEXT INDEX', ['SET', 'DROP', 'UPDATE']),
  row('FULLTEXT STOPLIST', ['DROP']),
  unnamed('MASTER KEY', ['DROP']),
  row('MESSAGE TYPE'),
  row('QUEUE', ['DROP', 'EXECUTE']),
  row('REMOTE SERVICE BINDING'),
  unnamed('RESOURCE GOVERNOR', ['RECONFIGURE']),
  row('RESOURCE POOL'),
  row('ROUTE'),
  row('SEARCH PROPERTY LIST', ['DROP']),
  row('SERVER AUDIT SPECIFICATION', ['DROP']),
  row('SERVER AUDIT', ['MODIFY']),
  unnamed('SERVER CONFIGURATION', ['SET']),
  row('SERVICE', ['DROP']),
  unnamed('SERVICE MASTER KEY'),
  row('SYMMETRIC KEY', ['DROP']),
  row('WORKLOAD GROUP'),
];

const LONGEST_FIRST = (a: Row, b: Row) => b.words.length - a.words.length;
const TABLES = { CREATE: [...CREATE].sort(LONGEST_FIRST), ALTER: [...ALTER].sort(LONGEST_FIRST) };

/** A statement of the tables; null when the words after the verb are in none. The verb is consumed already. */
export function administrative(p: Parser, start: Token, verb: 'CREATE' | 'ALTER'): Administrative | null {
  const found = TABLES[verb].find(({ words }) => acceptWords(p, ...words.split(' ')));
  if (found === undefined) return null;
  const names: ObjectName[] = found.names ? [objectName(p)] : [];
  return { kind: 'administrative', what: `${verb} ${found.words}`, names, clauses: clauses(p, found.inner), span: spanFrom(p, start) };
}

/** Statements with a verb of their own: the words that begin them, and what the tree calls them. */
export const VERBS: readonly (Row & { readonly what: string })[] = [
  { ...unnamed('ADD SIGNATURE'), what: 'ADD SIGNATURE' },
  { ...unnamed('ADD COUNTER SIGNATURE'), what: 'ADD COUNTER SIGNATURE' },
  { ...unnamed('ADD SENSITIVITY CLASSIFICATION'), what: 'ADD SENSITIVITY CLASSIFICATION' },
  { ...unnamed('CLOSE ALL SYMMETRIC KEYS'), what: 'CLOSE SYMMETRIC KEY' },
  { ...row('CLOSE SYMMETRIC KEY'), what: 'CLOSE SYMMETRIC KEY' },
  { ...unnamed('CLOSE MASTER KEY'), what: 'CLOSE MASTER KEY' },
  { ...unnamed('OPEN MASTER KEY'), what: 'OPEN MASTER KEY' },
  { ...row('OPEN SYMMETRIC KEY'), what: 'OPEN SYMMETRIC KEY' },
];

/** A statement that its first words tell; null when none does. */
export function verbStatement(p: Parser): Administrative | null {
  const start = p.token;
  const found = VERBS.find(({ words }) => acceptWords(p, ...words.split(' ')));
  if (found === undefined) return null;
  const names = found.names ? [objectNameOrString(p)] : [];
  return { kind: 'administrative', what: found.what, names, clauses: clauses(p, found.inner), span: spanFrom(p, start) };
}
