/**
 * SQL names as XML names. RAW and AUTO escape what an XML name cannot hold as `_xHHHH_`; PATH, and names that the clause itself gives, are refused.
 * What a name may hold is XML 1.0's fourth edition, with `:` allowed except at the start.
 */

const START = /^[\p{Lu}\p{Ll}\p{Lo}\p{Lt}\p{Nl}_]$/u;
const PART = /^[\p{Lu}\p{Ll}\p{Lo}\p{Lt}\p{Nl}\p{Mn}\p{Mc}\p{Me}\p{Lm}\p{Nd}_.\-·:]$/u;

/** Characters of compatibility areas count as letters in Unicode, not in XML. */
const isCompatibility = (char: string): boolean => char >= '\uf900' && char < '\uffff';

const fits = (char: string, isFirst: boolean): boolean =>
  (isFirst ? START : PART).test(char) && !isCompatibility(char) && char.length === 1;

/** A column or table name in RAW and AUTO. */
export function xmlName(name: string): string {
  const characters = [...name];
  return characters
    .map((char, index) => {
      const isEscape = char === '_' && characters[index + 1] === 'x';
      return fits(char, index === 0) && !isEscape ? char : `_x${hexOf(char)}_`;
    })
    .join('');
}

function hexOf(char: string): string {
  const code = char.codePointAt(0) as number;
  return code
    .toString(16)
    .toUpperCase()
    .padStart(code > 0xffff ? 6 : 4, '0');
}

/** The first character that a name cannot hold, and its code as messages show it; null for a good name. */
export function invalidNameCharacter(name: string, colons: boolean): { readonly character: string; readonly code: string } | null {
  if (name === '') return null;
  const characters = [...name];
  const at = characters.findIndex((char, index) => !(fits(char, index === 0) || char.length > 1) || (char === ':' && !colons));
  const character = characters[at];
  return character === undefined ? null : { character, code: `0x${hexOf(character)}` };
}
