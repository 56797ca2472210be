/** Parameter values that must not be kept: those whose names look like secrets. What is kept of the others is short. */
import type { ParameterValues } from '@sprocket/studio-contract';

const SECRET =
  /pass(?:word|phrase|code|wd)|(?:^|[@_])pass(?:$|_)|pwd|secret|token|credential|api_?key|private_?key|ssn|cvv|(?:^|[@_])pin(?:$|_)/i;
const LONGEST = 200;

export const isSensitive = (name: string): boolean => SECRET.test(name);

/** For the audit: secrets are `***`, tables are counted, long texts are cut. */
export function redacted(values: ParameterValues): ParameterValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value === null) return [name, null];
      if (isSensitive(name)) return [name, '***'];
      if (Array.isArray(value)) return [name, `${value.length} rows`];
      return [name, value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value];
    }),
  );
}

/** For presets: secrets are left out. */
export function withoutSecrets(values: ParameterValues): ParameterValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isSensitive(name)));
}
