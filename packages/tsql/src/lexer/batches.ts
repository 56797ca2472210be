/**
 * Scripts are batches separated by GO, a command of the client and not of the language. GO counts only when it stands alone on its
 * line, outside quotes and comments; a number after it repeats the batch.
 */
import { countLines, skipBlockComment, skipLineComment, skipQuoted } from './scan.ts';

export interface Batch {
  readonly text: string;
  /** UTF-16 offset of the text in the script. */
  readonly start: number;
  /** The 1-based line of the script on which the text begins. */
  readonly startLine: number;
  /** How often it is to run: the number after GO, otherwise 1. */
  readonly count: number;
}

/** Splits a script at its GO lines. Batches without any text are left out. */
export function splitBatches(script: string): readonly Batch[] {
  const batches: Batch[] = [];
  let start = 0;
  let startLine = 1;
  const add = (end: number, count: number) => {
    const text = script.slice(start, end);
    if (text.trim() !== '') batches.push({ text, start, startLine, count });
  };
  for (const go of separators(script)) {
    add(go.start, go.count);
    startLine += countLines(script, start, go.end);
    start = go.end;
  }
  add(script.length, 1);
  return batches;
}

interface Separator {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

const GO_LINE = /[ \t]*go(?:[ \t]+(\d+))?[ \t]*;?[ \t]*(?:--[^\n]*)?\r?(?:\n|$)/iy;
/** Where something begins that hides a GO, or a line ends. */
const INTERESTING = /['"[\n]|--|\/\*/g;

function* separators(script: string): Generator<Separator> {
  let at = 0;
  let lineStart = true;
  while (at < script.length) {
    const go = lineStart ? matchGo(script, at) : null;
    if (go !== null) {
      yield go;
      at = go.end;
      continue;
    }
    INTERESTING.lastIndex = at;
    const found = INTERESTING.exec(script);
    if (found === null) return;
    lineStart = found[0] === '\n';
    at = after(script, found.index, found[0]);
  }
}

function matchGo(script: string, at: number): Separator | null {
  GO_LINE.lastIndex = at;
  const match = GO_LINE.exec(script);
  return match === null ? null : { start: at, end: at + match[0].length, count: match[1] === undefined ? 1 : Number(match[1]) };
}

/** The offset after a line end, quote or comment; the end of the script when it never closes. */
function after(script: string, at: number, opening: string): number {
  if (opening === '\n') return at + 1;
  if (opening === '--') return skipLineComment(script, at);
  const end = opening === '/*' ? skipBlockComment(script, at) : skipQuoted(script, at + 1, opening === '[' ? ']' : opening);
  return end < 0 ? script.length : end;
}
