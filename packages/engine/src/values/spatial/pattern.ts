/** The pattern of STRelate: nine of 0, 1, 2, T, F and `*`, in capitals. */

import { spatialFailure } from './failure.ts';

export function patternOf(text: string | null): string {
  const pattern = text ?? '';
  if (pattern.length !== 9) throw spatialFailure('geometry', 24109, pattern.length);
  const wrong = [...pattern].findIndex((character) => !'012TF*'.includes(character));
  if (wrong >= 0) throw spatialFailure('geometry', 24110, wrong, pattern[wrong]!);
  return pattern;
}
