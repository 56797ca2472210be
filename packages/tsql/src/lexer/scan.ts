/**
 * Character classes and the skipping of quotes and comments: what the lexer and the batch splitter must agree on.
 */

const LETTER = 1;
const DIGIT = 2;
const BLANK = 4;
const WORD = 8;

const ASCII = new Uint8Array(128);
for (let code = 0; code <= 32; code++) ASCII[code] = BLANK;
for (let code = 48; code <= 57; code++) ASCII[code] = DIGIT | WORD;
for (let code = 65; code <= 90; code++) ASCII[code] = ASCII[code + 32] = LETTER | WORD;
for (const sign of '_#@') ASCII[sign.charCodeAt(0)] = LETTER | WORD;
ASCII[36] = WORD; // $ continues a name but does not begin one.

const UNICODE_LETTER = /\p{L}/u;
const UNICODE_WORD = /[\p{L}\p{M}\p{Nd}\p{Pc}\p{Cf}]/u;

/** Whether a name may begin with this character. Characters beyond the basic plane are not letters to SQL Server. */
export function isLetter(code: number): boolean {
  return code < 128 ? (ASCII[code]! & LETTER) !== 0 : UNICODE_LETTER.test(String.fromCharCode(code));
}

/** Whether a name may go on with this character. */
export function isWord(code: number): boolean {
  return code < 128 ? (ASCII[code]! & WORD) !== 0 : !isBlank(code) && UNICODE_WORD.test(String.fromCharCode(code));
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** ASCII control characters, blanks of Unicode, and the byte order mark. */
export function isBlank(code: number): boolean {
  if (code < 128) return ASCII[code] === BLANK;
  return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200b) || isWideBlank(code);
}

/** The offset after the closing quote of a string or name that opens before `from`; -1 when it never closes. */
export function skipQuoted(text: string, from: number, quote: string): number {
  let index = text.indexOf(quote, from);
  while (index >= 0 && text[index + 1] === quote) index = text.indexOf(quote, index + 2);
  return index < 0 ? -1 : index + 1;
}

/** The offset after a block comment that begins at `from`; comments nest. -1 when it never closes. */
export function skipBlockComment(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '/' && text[index + 1] === '*') {
      depth++;
      index++;
    } else if (text[index] === '*' && text[index + 1] === '/') {
      depth--;
      index++;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

/** The offset of the line end that closes a `--` comment. */
export function skipLineComment(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** How many line ends stand between two offsets. */
export function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (text.charCodeAt(index) === 10) count++;
  return count;
}

function isWideBlank(code: number): boolean {
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff || code === 0x85;
}
