/**
 * SOUNDEX as SQL Server computes it since 2012: the first letter and three digits for the consonants after it. Letters of one group count once
 * when they stand together or with H or W between; a vowel between them makes them count again. Anything that is no letter ends the word.
 */

const GROUPS: Readonly<Record<string, string>> = {
  B: '1',
  F: '1',
  P: '1',
  V: '1',
  C: '2',
  G: '2',
  J: '2',
  K: '2',
  Q: '2',
  S: '2',
  X: '2',
  Z: '2',
  D: '3',
  T: '3',
  L: '4',
  M: '5',
  N: '5',
  R: '6',
};

/** Four characters; 0000 for a string that begins with no letter. */
export function soundex(text: string): string {
  const word = /^[A-Z]+/.exec(text.trimStart().toUpperCase())?.[0];
  if (word === undefined) return '0000';
  let code = word[0]!;
  let last = GROUPS[code];
  for (const letter of word.slice(1)) {
    const group = GROUPS[letter];
    if (group !== undefined && group !== last) code += group;
    if (letter !== 'H' && letter !== 'W') last = group;
  }
  return code.slice(0, 4).padEnd(4, '0');
}

/** How many of the four characters agree. */
export function soundexDifference(a: string, b: string): number {
  const left = soundex(a);
  const right = soundex(b);
  let equal = 0;
  for (let i = 0; i < 4; i++) if (left[i] === right[i]) equal++;
  return equal;
}
