import type { Environment } from '../environment.ts';

/** The settings of a new us_english session, for values that belong to no session: texts of definitions, conditions of filtered indexes. */
export const NEUTRAL: Environment = {
  options: {
    dateFormat: 'mdy',
    dateFirst: 7,
    language: 'us_english',
    ansiWarnings: true,
    arithAbort: true,
    concatNullYieldsNull: true,
    ansiNulls: true,
    ansiPadding: true,
    textSize: 2147483647,
  },
  statementTime: 0n,
  serverOffset: 0,
  random: () => 0,
  session: () => null,
  caught: null,
  metadata: { lookup: () => null },
  warn: () => undefined,
};
