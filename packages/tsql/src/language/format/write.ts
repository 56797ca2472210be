/** Tokens, comments and the layout as text. Comments stay where they are: behind the code of their line, or on lines of their own. */
import type { Span } from '../../ast/index.ts';
import { countLines } from '../../lexer/scan.ts';
import type { Layout } from './layout.ts';
import { isGlued, tokenText } from './spacing.ts';

/** The comments before each token. */
export type Comments = readonly (readonly Span[])[];

interface Writer {
  readonly layout: Layout;
  readonly indent: string;
  /** Finished lines. */
  readonly lines: string[];
  /** The line that is being written. */
  line: string;
  /** Depth of the statement that is being written. */
  depth: number;
  /** A line comment was written, which only a line end closes. */
  open: boolean;
}

export function write(layout: Layout, comments: Comments, indent: string): string {
  const writer: Writer = { layout, indent, lines: [], line: '', depth: 0, open: false };
  layout.tokens.forEach((token, index) => {
    const broken = layout.breaks.get(index);
    if (layout.statements.has(index)) writer.depth = broken ?? 0;
    writeComments(writer, comments[index]!, index);
    if (token.type === 'end') return;
    if (!isEmpty(writer)) separate(writer, index, broken);
    writer.line += layout.clauses.has(index) ? token.key : tokenText(layout.text, layout.tokens, index);
  });
  return isEmpty(writer) ? '' : `${[...writer.lines, writer.line.trimEnd()].join('\n')}\n`;
}

function separate(writer: Writer, index: number, broken: number | undefined): void {
  const { layout } = writer;
  if (broken !== undefined || writer.open) {
    const blank = layout.statements.has(index) && hasBlankLine(layout.text, gapStart(writer, index), layout.tokens[index]!.start);
    newLine(writer, broken ?? writer.depth + 1, blank);
  } else if (!isGlued(layout.tokens, index) || writer.line.endsWith('*/')) writer.line += ' ';
}

/** Where the blanks before a token begin: behind the last comment or token. */
function gapStart({ layout }: Writer, index: number): number {
  const { text, tokens } = layout;
  let at = tokens[index]!.start;
  while (at > 0 && text[at - 1]!.trim() === '') at--;
  return at;
}

function writeComments(writer: Writer, comments: readonly Span[], index: number): void {
  const { layout } = writer;
  const { text } = layout;
  let from = layout.tokens[index - 1]?.end ?? 0;
  for (const { start, end } of comments) {
    const own = !isEmpty(writer) && text.slice(from, start).includes('\n');
    const line = text.startsWith('--', start);
    if (own || writer.open) newLine(writer, commentDepth(writer, index), hasBlankLine(text, from, start));
    else if (!isEmpty(writer)) writer.line += ' ';
    writer.line += text.slice(start, end).trimEnd();
    writer.open = line || text.slice(end, gapEnd(text, end)).includes('\n');
    from = end;
  }
}

function gapEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at]!.trim() === '') at++;
  return at;
}

/** A comment on its own line stands as deep as what follows; before the end of a block, as deep as the block's statements. */
function commentDepth({ layout, depth }: Writer, index: number): number {
  const broken = layout.breaks.get(index);
  if (broken === undefined) return layout.tokens[index]!.type === 'end' ? 0 : depth + 1;
  return layout.tokens[index]!.key === 'END' ? broken + 1 : broken;
}

function newLine(writer: Writer, depth: number, blank: boolean): void {
  if (!isEmpty(writer)) writer.lines.push(writer.line.trimEnd());
  if (blank && writer.lines.length > 0) writer.lines.push('');
  writer.line = writer.indent.repeat(depth);
  writer.open = false;
}

function isEmpty({ lines, line }: Writer): boolean {
  return line === '' && lines.length === 0;
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  return countLines(text, from, to) > 1;
}
