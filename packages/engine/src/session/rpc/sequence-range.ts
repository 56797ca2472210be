/** sp_sequence_get_range: takes so many values of a sequence at once and tells where they begin and end. */

import { BIGINT, INT, nvarchar, SQL_VARIANT, type Type } from '@sprocket/tsql';
import { objectKey, type Sequence } from '../../catalog/model.ts';
import { parseName } from '../../catalog/object-name.ts';
import { SqlError, sqlError } from '../../errors.ts';
import { matchArguments, passValue } from '../../run/arguments.ts';
import type { ModuleParameter, NativeArgument } from '../../run/modules.ts';
import type { Value } from '../../values/value.ts';
import { requirePermission } from '../callable.ts';
import { sequenceValue } from '../context.ts';
import type { SessionCore } from '../session-core.ts';

const NAME = 'sp_sequence_get_range';

const given = (name: string, type: Type): ModuleParameter => ({ name, type, table: null, output: false, cursor: false, default: null });

/** A value that the caller may leave out. */
const returned = (name: string, type: Type): ModuleParameter => ({
  ...given(name, type),
  output: true,
  default: { kind: 'null', span: { start: 0, end: 0, line: 0 } },
});

const PARAMETERS: readonly ModuleParameter[] = [
  given('@sequence_name', nvarchar(776)),
  given('@range_size', BIGINT),
  returned('@range_first_value', SQL_VARIANT),
  returned('@range_last_value', SQL_VARIANT),
  returned('@range_cycle_count', INT),
  returned('@sequence_increment', SQL_VARIANT),
  returned('@sequence_min_value', SQL_VARIANT),
  returned('@sequence_max_value', SQL_VARIANT),
];

export function sequenceGetRange(core: SessionCore, args: readonly NativeArgument[]): number {
  const matched = matchArguments(NAME, PARAMETERS, args);
  const valueAt = (place: number): Value => {
    const [argument, parameter] = [matched[place], PARAMETERS[place]];
    return argument === undefined || parameter === undefined ? null : passValue(NAME, argument, parameter, core.context);
  };
  const { databaseId, sequence } = findSequence(core, String(valueAt(0) ?? ''));
  const size = BigInt((valueAt(1) as bigint | number | null) ?? 0);
  if (size < 1n) throw sqlError(15600, `sys.${NAME}`);
  const range = drawRange(core, databaseId, sequence, size);
  const variant = (value: bigint): Value => ({ type: sequence.type, value: sequenceValue(value, sequence.type) as number | bigint });
  const results: readonly Value[] = [
    variant(range.first),
    variant(range.last),
    range.cycles,
    variant(sequence.increment),
    variant(sequence.minimum),
    variant(sequence.maximum),
  ];
  results.forEach((value, i) => {
    const argument = matched[i + 2];
    if (argument?.output === true) argument.assign(value, PARAMETERS[i + 2]?.type ?? SQL_VARIANT);
  });
  return 0;
}

function findSequence(core: SessionCore, written: string): { readonly databaseId: number; readonly sequence: Sequence } {
  const [name = '', schema = '', database = ''] = [...(parseName(written) ?? [])].map((part) => part ?? '').reverse();
  const catalog = core.catalogs.database(database);
  const object = catalog?.objects.get(objectKey(schema === '' ? core.catalogs.defaultSchema : schema, name));
  if (catalog === undefined || object === undefined) throw sqlError(208, written);
  if (object.kind !== 'sequence') throw sqlError(11726, written);
  if (!core.catalogs.unrestricted) requirePermission(core, { database: catalog, object }, 'UPDATE');
  return { databaseId: catalog.databaseId, sequence: object };
}

interface Range {
  readonly first: bigint;
  readonly last: bigint;
  /** How often the sequence has begun anew. */
  readonly cycles: number;
}

/** A sequence that has nothing left refuses a range in words of its own. */
function firstOfRange(core: SessionCore, databaseId: number, sequence: Sequence): bigint {
  try {
    return core.instance.counters.nextSequence(databaseId, sequence);
  } catch (error) {
    if (error instanceof SqlError && error.number === 11728) throw sqlError(11732, sequence.name);
    throw error;
  }
}

function drawRange(core: SessionCore, databaseId: number, sequence: Sequence, size: bigint): Range {
  const { counters } = core.instance;
  const before = counters.last('sequence', databaseId, sequence.id);
  const first = firstOfRange(core, databaseId, sequence);
  const { increment, minimum, maximum, cycle } = sequence;
  const values = (maximum - minimum) / (increment < 0n ? -increment : increment) + 1n;
  const end = first + (size - 1n) * increment;
  if (end <= maximum && end >= minimum) {
    counters.set('sequence', databaseId, sequence.id, end);
    return { first, last: end, cycles: 0 };
  }
  const left = increment > 0n ? (maximum - first) / increment : (first - minimum) / -increment;
  if (!cycle) {
    counters.set('sequence', databaseId, sequence.id, before);
    throw sqlError(11732, sequence.name);
  }
  const beyond = size - 2n - left;
  const start = increment > 0n ? minimum : maximum;
  const last = start + (beyond % values) * increment;
  counters.set('sequence', databaseId, sequence.id, last);
  return { first, last, cycles: Number(beyond / values) + 1 };
}
