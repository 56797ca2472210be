/** Reads a name of up to four parts, as PARSENAME, OBJECT_ID and the system procedures take it in a string. */

/** The parts, outermost first; null for one left empty; undefined when the text is not such a name. */
export function parseName(text: string): readonly (string | null)[] | undefined {
  const parts: (string | null)[] = [];
  let rest = text.trim();
  for (;;) {
    const part = readPart(rest);
    if (part === undefined || parts.length === 4) return undefined;
    parts.push(part.name);
    rest = part.rest.trimStart();
    if (rest === '') return parts.at(-1) === null ? undefined : parts;
    if (rest[0] !== '.') return undefined;
    rest = rest.slice(1).trimStart();
  }
}

interface Part {
  readonly name: string | null;
  readonly rest: string;
}

function readPart(text: string): Part | undefined {
  const close = text[0] === '[' ? ']' : text[0] === '"' ? '"' : undefined;
  if (close !== undefined) return readQuoted(text, close);
  const end = text.indexOf('.');
  const name = (end < 0 ? text : text.slice(0, end)).trimEnd();
  if (/[[\]"]/.test(name) || name.length > 128) return undefined;
  return { name: name === '' ? null : name, rest: end < 0 ? '' : text.slice(end) };
}

function readQuoted(text: string, close: string): Part | undefined {
  let name = '';
  for (let i = 1; i < text.length; i++) {
    if (text[i] !== close) name += text[i];
    else if (text[i + 1] === close) name += text[i++];
    else return name.length > 128 ? undefined : { name: name === '' ? null : name, rest: text.slice(i + 1) };
  }
  return undefined;
}
