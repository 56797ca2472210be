/** DBCC commands that answer from the rows of a table: they are executed as calls of system procedures, which can read them. */

import type { Dbcc, ExecuteArgument, ExecuteProcedure, Expression, Identifier, Span } from '@sprocket/tsql';

const PARTS: readonly string[] = ['STAT_HEADER', 'DENSITY_VECTOR', 'HISTOGRAM'];

/** `EXEC sys.sp_MSshowstatistics 'table', 'target', ',HISTOGRAM,'` for SHOW_STATISTICS; null for all other commands. */
export function dbccProcedure({ command, args, options, span }: Dbcc): ExecuteProcedure | null {
  if (command !== 'SHOW_STATISTICS') return null;
  const parts = options.map(({ name }) => name).filter((name) => PARTS.includes(name));
  const wanted: Expression = { kind: 'string', value: [...['', ...parts], ''].join(','), unicode: true, span };
  return {
    kind: 'executeProcedure',
    returnVariable: null,
    procedure: { kind: 'name', parts: ['sys', 'sp_MSshowstatistics'].map((value) => identifier(value, span)), span },
    number: null,
    args: [...args, wanted].map((value): ExecuteArgument => ({ kind: 'executeArgument', name: null, value, output: false, span })),
    options: { kind: 'executeOptions', recompile: false, resultSets: null, span },
    span,
  };
}

const identifier = (value: string, span: Span): Identifier => ({ kind: 'identifier', value, quoted: false, span });
