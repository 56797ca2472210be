/** The small language of native procedures: parameters, and names that arrive in strings, as `'dbo.t.c'` does. */

import type { ObjectName, Type } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import type { Value } from '../../../values/value.ts';
import type { Parameter } from '../../model.ts';
import { parseName } from '../../object-name.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';

/** A parameter; with the T-SQL text of its default it can be left out. */
export const parameter = (name: string, type: Type, defaultText: string | null = null): Parameter => ({
  name: `@${name}`,
  type,
  output: false,
  readOnly: false,
  default: defaultText,
});

interface Definition {
  readonly writes?: NativeProcedure['writes'];
  readonly parameters: readonly Parameter[];
  /** Arguments have the types of the parameters. Raises the procedure's errors. */
  readonly run: (context: NativeContext, ...args: never[]) => void;
}

/** A native procedure that never waits and succeeds with status 0. */
export function native(name: string, { writes = 'database', parameters, run }: Definition): NativeProcedure {
  // The caller has converted every argument to its parameter's type.
  const call = run as (context: NativeContext, ...args: readonly Value[]) => void;
  return {
    kind: 'native',
    name,
    parameters,
    writes,
    // biome-ignore lint/correctness/useYield: the shape of procedures that may wait
    *run(context, args): Steps<number> {
      call(context, ...args);
      return 0;
    },
  };
}

const NOWHERE = { start: 0, end: 0, line: 0 };

/** A syntactic name from parts; an absent part is empty, as in `db..t`. */
export const nameNode = (parts: readonly (string | null)[]): ObjectName => ({
  kind: 'name',
  span: NOWHERE,
  parts: parts.map((part) => ({ kind: 'identifier', span: NOWHERE, value: part ?? '', quoted: true })),
});

/** The parts of a name in a string, outermost first. Raises 15250 when it names another database than the one in use. */
export function partsOf(context: NativeContext, text: string, most: number): readonly (string | null)[] | undefined {
  const parts = parseName(text);
  if (parts === undefined || parts.length > most + 1) return undefined;
  if (parts.length <= most) return parts;
  const [database] = parts;
  if (typeof database === 'string' && context.catalogs.database(database)?.databaseId !== context.catalogs.current().databaseId)
    throw sqlError(15250);
  return parts.slice(1);
}
