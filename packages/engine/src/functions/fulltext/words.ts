/** Texts as words for full-text search: letters and digits between everything else, folded in case, and in accents where the catalog ignores them. */

export interface Word {
  readonly text: string;
  /** Its number in the text, from 0. */
  readonly place: number;
}

const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{N}]+)*/gu;

export function wordsOf(text: string, accents: boolean): readonly Word[] {
  return [...text.matchAll(WORD)].map(([word], place) => ({ text: folded(word, accents), place }));
}

export function folded(word: string, accents: boolean): string {
  const lower = word.replaceAll('’', "'").toLowerCase();
  return accents ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Words that the system's English stoplist leaves out of an index; single letters and digits are in it too. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `about after all also an and another any are as at be because been before being between both but by came can come could did do does each else for
from get got had has have he her here him himself his how if in into is it its just like make many me might more most much must my never no now of on
only or other our out over re said same see should since so some still such take than that the their them then there these they this those through to
too under up use very want was way we well were what when where which while who will with would you your`.split(/\s+/),
);

export const isStopWord = (word: string): boolean => word.length === 1 || STOP_WORDS.has(word);
