/** Which names can be written without brackets. */
import { RESERVED_WORDS } from '../../lexer/keywords.ts';
import { isLetter, isWord } from '../../lexer/scan.ts';

export function isRegularName(name: string): boolean {
  if (name === '' || RESERVED_WORDS.has(name.toUpperCase())) return false;
  if (!isLetter(name.charCodeAt(0))) return false;
  for (let index = 1; index < name.length; index++) if (!isWord(name.charCodeAt(index))) return false;
  return true;
}
