/** The stem of an English word after M. F. Porter's algorithm of 1980, with the irregular forms that no rule of endings finds. */

const IRREGULAR: Readonly<Record<string, string>> = {
  ran: 'run',
  went: 'go',
  gone: 'go',
  goes: 'go',
  bought: 'buy',
  brought: 'bring',
  caught: 'catch',
  drove: 'drive',
  driven: 'drive',
  ate: 'eat',
  eaten: 'eat',
  fell: 'fall',
  fallen: 'fall',
  felt: 'feel',
  found: 'find',
  flew: 'fly',
  flown: 'fly',
  gave: 'give',
  given: 'give',
  grew: 'grow',
  grown: 'grow',
  held: 'hold',
  kept: 'keep',
  knew: 'know',
  known: 'know',
  left: 'leave',
  lost: 'lose',
  made: 'make',
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  feet: 'foot',
  teeth: 'tooth',
  met: 'meet',
  paid: 'pay',
  rode: 'ride',
  ridden: 'ride',
  rose: 'rise',
  risen: 'rise',
  sang: 'sing',
  sung: 'sing',
  sold: 'sell',
  sent: 'send',
  sat: 'sit',
  slept: 'sleep',
  spoke: 'speak',
  spoken: 'speak',
  stood: 'stand',
  swam: 'swim',
  swum: 'swim',
  taught: 'teach',
  thought: 'think',
  threw: 'throw',
  thrown: 'throw',
  told: 'tell',
  took: 'take',
  taken: 'take',
  understood: 'understand',
  wore: 'wear',
  worn: 'wear',
  won: 'win',
  wrote: 'write',
  written: 'write',
  began: 'begin',
  begun: 'begin',
  broke: 'break',
  broken: 'break',
  built: 'build',
  chose: 'choose',
  chosen: 'choose',
  drew: 'draw',
  drawn: 'draw',
  drank: 'drink',
  drunk: 'drink',
  better: 'good',
  best: 'good',
};

export function stem(word: string): string {
  const regular = IRREGULAR[word] ?? word.replace(/'s?$/, '');
  if (regular.length <= 2 || !/^[a-z]+$/.test(regular)) return regular;
  return [plurals, pasts, finalY, longEndings, shortEndings, lastEndings, finalE].reduce((text, step) => step(text), regular);
}

const CONSONANT = '(?:[^aeiouy]|(?<=^|[aeiou])y)';
const VOWEL = '(?:[aeiou]|(?<=[^aeiou])y)';

/** How many times a vowel is followed by a consonant. */
function measure(text: string): number {
  return [...text.matchAll(new RegExp(`${VOWEL}+${CONSONANT}+`, 'g'))].length;
}

const hasVowel = (text: string): boolean => new RegExp(VOWEL).test(text);
const endsDoubled = (text: string): boolean => /([^aeiouy])\1$/.test(text);
/** consonant, vowel, consonant that is not w, x or y: `hop`, not `snow`. */
const endsShort = (text: string): boolean => new RegExp(`${CONSONANT}${VOWEL}[^aeiouwxy]$`).test(text);

function plurals(text: string): string {
  if (text.endsWith('sses') || text.endsWith('ies')) return text.slice(0, -2);
  return text.endsWith('s') && !text.endsWith('ss') ? text.slice(0, -1) : text;
}

function pasts(text: string): string {
  if (text.endsWith('eed')) return measure(text.slice(0, -3)) > 0 ? text.slice(0, -1) : text;
  const bare = text.endsWith('ed') ? text.slice(0, -2) : text.endsWith('ing') ? text.slice(0, -3) : null;
  if (bare === null || !hasVowel(bare)) return text;
  if (/(?:at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (endsDoubled(bare) && !/[lsz]$/.test(bare)) return bare.slice(0, -1);
  return measure(bare) === 1 && endsShort(bare) ? `${bare}e` : bare;
}

const finalY = (text: string): string => (text.endsWith('y') && hasVowel(text.slice(0, -1)) ? `${text.slice(0, -1)}i` : text);

type Ending = readonly [ending: string, instead: string];

/** The first ending that fits is replaced when enough of the word stands before it. */
function replaceEnding(text: string, endings: readonly Ending[], least: number): string {
  const found = endings.find(([ending]) => text.endsWith(ending));
  if (found === undefined) return text;
  const bare = text.slice(0, -found[0].length);
  return measure(bare) > least ? bare + found[1] : text;
}

const LONG: readonly Ending[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];

const SHORT: readonly Ending[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

const LAST = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
  'ou',
];

const longEndings = (text: string): string => replaceEnding(text, LONG, 0);
const shortEndings = (text: string): string => replaceEnding(text, SHORT, 0);

function lastEndings(text: string): string {
  if (/[st]ion$/.test(text) && measure(text.slice(0, -3)) > 1) return text.slice(0, -3);
  return replaceEnding(
    text,
    LAST.map((ending) => [ending, '']),
    1,
  );
}

function finalE(text: string): string {
  const bare = text.slice(0, -1);
  const count = measure(bare);
  const shorter = text.endsWith('e') && (count > 1 || (count === 1 && !endsShort(bare))) ? bare : text;
  return shorter.endsWith('ll') && measure(shorter) > 1 ? shorter.slice(0, -1) : shorter;
}
