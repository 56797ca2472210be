export * from './result-types.ts';
export * from './type.ts';
