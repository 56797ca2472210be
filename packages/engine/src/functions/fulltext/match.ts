/**
 * Whether texts satisfy a full-text condition, and how well. A text is read as its words; a condition finds the places where it holds in a text. The
 * rank is not that of SQL Server, which counts over the whole index: here the texts of one row decide, from 1 to 1000.
 */

import type { Condition } from './condition.ts';
import { stem } from './stem.ts';
import { type Word, wordsOf } from './words.ts';

/** Where a term stands: its first and last word. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** 0 when the texts of a row do not satisfy the condition, else its rank. */
export function rankOf(condition: Condition, texts: readonly string[], accents: boolean): number {
  const documents = texts.map((text) => wordsOf(text, accents));
  const score = scoreOf(condition, documents);
  if (score <= 0) return 0;
  const length = documents.reduce((sum, words) => sum + words.length, 0);
  return Math.max(1, Math.min(1000, Math.round((1000 * score) / (score + 1 + Math.log2(length + 1)))));
}

/** 0 where the condition does not hold. */
function scoreOf(condition: Condition, documents: readonly (readonly Word[])[]): number {
  switch (condition.kind) {
    case 'and': {
      const [left, right] = [scoreOf(condition.left, documents), scoreOf(condition.right, documents)];
      return left > 0 && right > 0 ? Math.min(left, right) : 0;
    }
    case 'or':
      return scoreOf(condition.left, documents) + scoreOf(condition.right, documents);
    case 'andNot':
      return scoreOf(condition.right, documents) > 0 ? 0 : scoreOf(condition.left, documents);
    case 'weighted': {
      const scores = condition.terms.map(({ term, weight }) => ({ found: scoreOf(term, documents), weight }));
      const total = scores.reduce((sum, { found, weight }) => sum + found * weight, 0);
      return scores.some(({ found }) => found > 0) ? Math.max(total, Number.EPSILON) : 0;
    }
    default:
      return documents.reduce((sum, words) => sum + placesOf(condition, words).length, 0);
  }
}

function placesOf(condition: Condition, words: readonly Word[]): readonly Place[] {
  switch (condition.kind) {
    case 'phrase':
      return phrasePlaces(condition, words);
    case 'forms': {
      const stems = new Set(condition.words.map(stem));
      return words.filter((word) => stems.has(stem(word.text))).map(({ place }) => ({ from: place, to: place }));
    }
    case 'near':
      return nearPlaces(condition, words);
    case 'or':
      return [...placesOf(condition.left, words), ...placesOf(condition.right, words)];
    default:
      return [];
  }
}

/** A phrase of stop words alone is nowhere. */
function phrasePlaces({ words: wanted, prefix }: Extract<Condition, { kind: 'phrase' }>, words: readonly Word[]): readonly Place[] {
  if (wanted.every((word) => word === null)) return [];
  const fits = (word: string | null, at: number): boolean => {
    const found = words[at]?.text;
    return found !== undefined && (word === null || (prefix ? found.startsWith(word) : found === word));
  };
  return words.flatMap(({ place }) =>
    wanted.every((word, index) => fits(word, place + index)) ? [{ from: place, to: place + wanted.length - 1 }] : [],
  );
}

/** Places where all terms stand with at most so many words between the first and the last that belong to none. */
function nearPlaces({ terms, distance, ordered }: Extract<Condition, { kind: 'near' }>, words: readonly Word[]): readonly Place[] {
  const each = terms.map((term) => placesOf(term, words));
  const [first = [], ...others] = each;
  return first.flatMap((start) => {
    const chosen = [start];
    for (const places of others) {
      const last = chosen.at(-1) as Place;
      const candidates = ordered ? places.filter(({ from }) => from > last.to) : places;
      const nearest = [...candidates].sort((a, b) => Math.abs(a.from - start.from) - Math.abs(b.from - start.from))[0];
      if (nearest === undefined) return [];
      chosen.push(nearest);
    }
    const from = Math.min(...chosen.map((place) => place.from));
    const to = Math.max(...chosen.map((place) => place.to));
    const inside = chosen.reduce((sum, place) => sum + place.to - place.from + 1, 0);
    return to - from + 1 - inside <= distance ? [{ from, to }] : [];
  });
}
