/**
 * The text that is kept of a module: the batch as written, with CREATE where ALTER or CREATE OR ALTER stood; lines stay. A statement inside CREATE
 * SCHEMA keeps only its own text.
 */

export interface ModuleSyntax {
  readonly span: { readonly start: number; readonly end: number };
  readonly mode: 'create' | 'alter' | 'createOrAlter';
}

export function moduleText(text: string, { span, mode }: ModuleSyntax): string {
  const whole = isAlone(text, span.start) ? { text, start: span.start } : { text: text.slice(span.start, span.end), start: 0 };
  switch (mode) {
    case 'create':
      return whole.text;
    case 'alter':
      return `${whole.text.slice(0, whole.start)}CREATE${whole.text.slice(whole.start + 'ALTER'.length)}`;
    case 'createOrAlter':
      return withoutOrAlter(whole.text, whole.start);
  }
}

/** Whether nothing but blanks and comments comes before. */
const isAlone = (text: string, start: number): boolean => skipBlanks(text, 0) >= start;

/** Leaves out the two words; what lies between them stays, as SQL Server keeps it. */
function withoutOrAlter(text: string, start: number): string {
  const or = skipBlanks(text, start + 'CREATE'.length);
  const alter = skipBlanks(text, or + 'OR'.length);
  return text.slice(0, or) + text.slice(or + 'OR'.length, alter) + text.slice(alter + 'ALTER'.length);
}

/** The offset of the first character at or after `from` that is neither blank nor in a comment. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (at < text.length && (text[at] ?? '').trim() === '') at++;
    else if (text.startsWith('--', at)) at = endOfLine(text, at);
    else if (text.startsWith('/*', at)) at = endOfComment(text, at);
    else return at;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Comments nest. */
function endOfComment(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text.startsWith('/*', i)) depth++;
    else if (text.startsWith('*/', i)) depth--;
    else continue;
    i++;
    if (depth === 0) return i + 1;
  }
  return text.length;
}
