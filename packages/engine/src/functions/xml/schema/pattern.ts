/** Patterns of XML Schema as regular expressions: they match whole values, have classes of their own, and subtract classes. */

/** What stands for a class, outside and inside of brackets. */
const CLASSES: Readonly<Record<string, string>> = {
  i: '\\p{L}_:',
  c: '\\p{L}\\p{N}\\p{M}_:.\\-·',
  d: '\\p{Nd}',
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
  s: ' \\t\\n\\r',
};

/** The expression; raises SyntaxError for one that is none. */
export function pattern(text: string): RegExp {
  let out = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '\\') {
      at += 1;
      const [written, skipped] = escaped(text, at, depth > 0);
      out += written;
      at += skipped;
    } else if (char === '[') {
      depth += 1;
      out += '[';
      if (text[at + 1] === '^') {
        out += '^';
        at += 1;
      }
    } else if (char === ']') {
      depth -= 1;
      out += ']';
    } else if (depth > 0 && char === '-' && text[at + 1] === '[') out += '--';
    else if (depth > 0) out += INSIDE.has(char) ? `\\${char}` : char;
    else out += char === '^' || char === '$' || char === '/' ? `\\${char}` : char;
  }
  return new RegExp(`^(?:${withOperands(out)})$`, 'v');
}

/** Characters that mean something inside brackets to JavaScript alone. */
const INSIDE: ReadonlySet<string> = new Set([
  '(',
  ')',
  '{',
  '}',
  '/',
  '|',
  '&',
  '!',
  '#',
  '%',
  ',',
  ':',
  ';',
  '<',
  '=',
  '>',
  '@',
  '`',
  '~',
]);

/** What an escape stands for, and how many characters more it takes. */
function escaped(text: string, at: number, inside: boolean): readonly [string, number] {
  const char = text[at] ?? '';
  if (char === 'p' || char === 'P') {
    const end = text.indexOf('}', at);
    return [`\\${text.slice(at, end + 1)}`, end - at];
  }
  const members = CLASSES[char.toLowerCase()];
  if (members !== undefined && char !== '') {
    const negated = char !== char.toLowerCase();
    return [negated ? `[^${members}]` : inside ? `[${members}]` : `[${members}]`, 0];
  }
  if ('ntr'.includes(char)) return [`\\${char}`, 0];
  return [/[a-zA-Z0-9_]/.test(char) ? char : /[ ^$\\.*+?()[\]{}|/-]/.test(char) ? `\\${char}` : char, 0];
}

/** JavaScript subtracts between operands, so what stands before `--` in a class becomes one. */
function withOperands(text: string): string {
  return text.replace(/\[((?:\\.|\[[^\]]*\]|[^\][-]|-(?!-))*)--\[/g, (_, members: string) =>
    members.startsWith('^') ? `[[^${members.slice(1)}]--[` : `[[${members}]--[`,
  );
}
