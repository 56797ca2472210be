/** The contract between the workbench's API and its web application: every operation with its schemas, in one table. */
import { accounts } from './accounts.ts';
import { environments } from './environments.ts';
import { executions } from './executions.ts';
import { organisation } from './organisation.ts';
import { procedures } from './procedures.ts';
import { workspaces } from './workspaces.ts';

export * from './accounts.ts';
export * from './common.ts';
export * from './environments.ts';
export * from './executions.ts';
export * from './operation.ts';
export * from './organisation.ts';
export * from './problem.ts';
export * from './procedures.ts';
export * from './roles.ts';
export * from './workspaces.ts';

/** Every operation by name. */
export const operations = { ...accounts, ...workspaces, ...environments, ...organisation, ...procedures, ...executions };
export type OperationName = keyof typeof operations;
