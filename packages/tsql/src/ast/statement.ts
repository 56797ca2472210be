/**
 * All statements of T-SQL as one union. The binder switches over it, so a new statement is a compile error until it is handled or refused.
 */
import type { AdminStatement } from './admin.ts';
import type { BrokerStatement } from './broker.ts';
import type { ModuleStatement, ObjectStatement } from './ddl-module.ts';
import type { TableStatement } from './ddl-table.ts';
import type { DmlStatement } from './dml.ts';
import type { ProceduralStatement } from './procedural.ts';
import type { SessionStatement } from './session.ts';

export type Statement =
  | DmlStatement
  | ProceduralStatement
  | SessionStatement
  | TableStatement
  | ModuleStatement
  | ObjectStatement
  | AdminStatement
  | BrokerStatement;
