/** DROP of every object class, and ENABLE and DISABLE TRIGGER. */
import type { Drop, EnableTrigger, ObjectName, Statement } from '../ast/index.ts';
import { dropIndex } from './index-definition.ts';
import { triggerTarget, unknownObject } from './module.ts';
import { objectName } from './names.ts';
import { clauses } from './options.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, at, atWords, expect, expectOne, list, spanFrom } from './state.ts';

/** Object classes, longer ones before their beginnings; `names` tells whether names follow. */
const CLASSES: readonly (readonly [what: string, names: boolean])[] = [
  ['AGGREGATE', true],
  ['APPLICATION ROLE', true],
  ['ASSEMBLY', true],
  ['ASYMMETRIC KEY', true],
  ['AVAILABILITY GROUP', true],
  ['BROKER PRIORITY', true],
  ['CERTIFICATE', true],
  ['COLUMN ENCRYPTION KEY', true],
  ['COLUMN MASTER KEY', true],
  ['CONTRACT', true],
  ['CREDENTIAL', true],
  ['CRYPTOGRAPHIC PROVIDER', true],
  ['DATABASE AUDIT SPECIFICATION', true],
  ['DATABASE ENCRYPTION KEY', false],
  ['DATABASE SCOPED CREDENTIAL', true],
  ['DATABASE', true],
  ['DEFAULT', true],
  ['ENDPOINT', true],
  ['EVENT NOTIFICATION', true],
  ['EVENT SESSION', true],
  ['EXTERNAL DATA SOURCE', true],
  ['EXTERNAL FILE FORMAT', true],
  ['EXTERNAL LANGUAGE', true],
  ['EXTERNAL LIBRARY', true],
  ['EXTERNAL MODEL', true],
  ['EXTERNAL RESOURCE POOL', true],
  ['EXTERNAL TABLE', true],
  ['FULLTEXT CATALOG', true],
  ['FULLTEXT INDEX', false],
  ['FULLTEXT STOPLIST', true],
  ['FUNCTION', true],
  ['LOGIN', true],
  ['MASTER KEY', false],
  ['MESSAGE TYPE', true],
  ['PARTITION FUNCTION', true],
  ['PARTITION SCHEME', true],
  ['PROCEDURE', true],
  ['PROC', true],
  ['QUEUE', true],
  ['REMOTE SERVICE BINDING', true],
  ['RESOURCE POOL', true],
  ['ROLE', true],
  ['ROUTE', true],
  ['RULE', true],
  ['SCHEMA', true],
  ['SEARCH PROPERTY LIST', true],
  ['SECURITY POLICY', true],
  ['SEQUENCE', true],
  ['SERVER AUDIT SPECIFICATION', true],
  ['SERVER AUDIT', true],
  ['SERVER ROLE', true],
  ['SERVICE', true],
  ['STATISTICS', true],
  ['SYMMETRIC KEY', true],
  ['SYNONYM', true],
  ['TABLE', true],
  ['TRIGGER', true],
  ['TYPE', true],
  ['USER', true],
  ['VIEW', true],
  ['WORKLOAD CLASSIFIER', true],
  ['WORKLOAD GROUP', true],
  ['XML SCHEMA COLLECTION', true],
];

export function dropStatement(p: Parser): Statement {
  const start = expect(p, 'DROP');
  if (at(p, 'INDEX')) return dropIndex(p, start);
  if (atWords(p, 'SIGNATURE') || atWords(p, 'COUNTER', 'SIGNATURE')) {
    return { kind: 'administrative', what: 'DROP SIGNATURE', names: [], clauses: clauses(p), span: spanFrom(p, start) };
  }
  if (acceptWords(p, 'SENSITIVITY', 'CLASSIFICATION')) {
    const items = clauses(p);
    return { kind: 'administrative', what: 'DROP SENSITIVITY CLASSIFICATION', names: [], clauses: items, span: spanFrom(p, start) };
  }
  const [what, named] = CLASSES.find(([words]) => acceptWords(p, ...words.split(' '))) ?? unknownObject(p);
  const ifExists = acceptWords(p, 'IF', 'EXISTS');
  const names = named ? list(p, objectName) : [];
  const on = accept(p, 'ON') ? dropOn(p) : null;
  const suffix = SUFFIXES.find((words) => acceptWords(p, ...words.split(' '))) ?? null;
  const canonical = what === 'PROC' ? 'PROCEDURE' : what;
  return { kind: 'drop', what: canonical, ifExists, names, on, suffix, span: spanFrom(p, start) };
}

/** What may follow the names. */
const SUFFIXES = ['WITH NO DEPENDENTS', 'REMOVE PROVIDER KEY', 'CASCADE', 'RESTRICT'] as const;

function dropOn(p: Parser): Drop['on'] {
  const start = p.token;
  if (accept(p, 'SERVER')) return { kind: 'allServer', span: spanFrom(p, start) };
  accept(p, 'QUEUE');
  return triggerTarget(p);
}

/** `ENABLE TRIGGER a, b ON t`, `DISABLE TRIGGER ALL ON DATABASE` */
export function enableTrigger(p: Parser): EnableTrigger {
  const start = p.token;
  const enable = expectOne(p, ['ENABLE', 'DISABLE']) === 'ENABLE';
  expect(p, 'TRIGGER');
  const triggers: ObjectName[] | null = accept(p, 'ALL') ? null : list(p, objectName);
  expect(p, 'ON');
  return { kind: 'enableTrigger', enable, triggers, target: triggerTarget(p), span: spanFrom(p, start) };
}
