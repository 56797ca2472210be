/** The syntax tree of T-SQL, by topic. */
export type * from './admin.ts';
export type * from './broker.ts';
export type * from './common.ts';
export type * from './ddl-module.ts';
export type * from './ddl-table.ts';
export type * from './dml.ts';
export type * from './expression.ts';
export type * from './graph.ts';
export * from './predicate.ts';
export type * from './procedural.ts';
export type * from './query.ts';
export type * from './session.ts';
export type * from './source.ts';
export type * from './statement.ts';
