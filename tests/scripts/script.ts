/**
 * Golden scripts as text. A script is legal T-SQL: batches that end with GO, each followed by what it must produce in comment lines that begin with
 * `-->`. Directives stand in lines that begin with `--!` before a batch: `as name` runs it in a session of that name, `wrong: reason` says that the
 * expected lines are known to differ from SQL Server's.
 */

export interface ScriptBatch {
  readonly text: string;
  /** 1-based line of the script on which the text begins. */
  readonly line: number;
  /** The session that runs it; '' for the first one. */
  readonly session: string;
  readonly expected: readonly string[];
  /** Lines of the script that hold the expected block: from (inclusive), to (exclusive), 0-based. */
  readonly block: readonly [number, number];
}

const EXPECTED = '-->';
const DIRECTIVE = '--!';

/** Reads a script; an unknown directive is an error. */
export function parseGolden(text: string): readonly ScriptBatch[] {
  const lines = text.split('\n');
  const batches: ScriptBatch[] = [];
  let start = 0;
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at]?.trim().toUpperCase() !== 'GO') continue;
    const end = endOfBlock(lines, at + 1);
    const body = lines.slice(start, at);
    batches.push({
      text: body.join('\n'),
      line: start + 1,
      session: sessionOf(body, start),
      expected: lines.slice(at + 1, end).map((line) => line.slice(EXPECTED.length).replace(/^ /, '')),
      block: [at + 1, end],
    });
    start = end;
  }
  const rest = lines.slice(start).join('\n').trim();
  if (rest !== '') throw new Error(`line ${start + 1}: the last batch does not end with GO`);
  return batches;
}

function endOfBlock(lines: readonly string[], from: number): number {
  let end = from;
  while (lines[end]?.startsWith(EXPECTED)) end += 1;
  return end;
}

function sessionOf(body: readonly string[], start: number): string {
  let session = '';
  body.forEach((line, i) => {
    if (!line.startsWith(DIRECTIVE)) return;
    const directive = line.slice(DIRECTIVE.length).trim();
    const as = /^as (\w+)$/.exec(directive);
    if (as?.[1] !== undefined) session = as[1];
    else if (!/^wrong: ./.test(directive)) throw new Error(`line ${start + i + 1}: unknown directive '${directive}'`);
  });
  return session;
}

/** The script with other expected blocks, one for each batch. */
export function withExpected(text: string, batches: readonly ScriptBatch[], produced: readonly (readonly string[])[]): string {
  const lines = text.split('\n');
  for (let i = batches.length - 1; i >= 0; i -= 1) {
    const { block } = batches[i] as ScriptBatch;
    const [from, to] = block;
    lines.splice(from, to - from, ...(produced[i] ?? []).map((line) => (line === '' ? EXPECTED : `${EXPECTED} ${line}`)));
  }
  return lines.join('\n');
}
