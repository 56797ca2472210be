/** The parameters of an execution on one line: `@id = 5, @name = NULL, @list = 3 rows`. */
import type { ParameterValue, ParameterValues } from '@sprocket/studio-contract';
import { formatPlural } from '../../lib/format.ts';

export const parameterText = (parameters: ParameterValues): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} = ${valueText(value)}`)
    .join(', ');

function valueText(value: ParameterValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? value : formatPlural(value.length, 'row');
}
