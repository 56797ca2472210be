/** Every table of the application data. */
export * from './accounts.ts';
export * from './activity.ts';
export * from './environments.ts';
export * from './executions.ts';
export * from './organisation.ts';
export * from './procedures.ts';
export * from './workspaces.ts';
