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
