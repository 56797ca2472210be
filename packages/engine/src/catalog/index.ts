/** The catalog: what databases and the server contain, how it is found, changed, stored and shown. */
export * from './ddl/context.ts';
export { type DdlStatement, type DdlWrites, ddlWrites, isDdl, runDdl } from './ddl/index.ts';
export * from './edit.ts';
export * from './find.ts';
export * from './ids.ts';
export * from './model.ts';
export * from './seed.ts';
export * from './server.ts';
export * from './store.ts';
export * from './system-functions.ts';
