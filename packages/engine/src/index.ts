/** The meaning of T-SQL: what the process around it needs to open the engine, log in and run requests. */
export { SqlError } from './errors.ts';
export * from './session/api.ts';
export { openEngine } from './session/engine.ts';
export type { DateTimeOffset, Value, Variant } from './values/value.ts';
