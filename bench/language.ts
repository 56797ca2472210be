/**
 * How long the editor's language service takes on a procedure of 5,000 lines: CPU milliseconds a call, the best of some, each over a text that differs
 * so that nothing comes from a cache. Typing does not lag while parse, lint and bind together stay below 100 and completion below 30. Run with
 * `node --conditions=@sprocket/source bench/language.ts`.
 */
import { bindAgainst, complete, format, hover, lint, parseProcedure, signatureHelp } from '@sprocket/tsql';
import { sampleCatalog, sampleProcedures } from '../packages/tsql/test/language/snapshot.ts';

const LINES = 5_000;
const catalog = sampleCatalog();
const text = longProcedure(LINES);
const middle = text.indexOf('\nEND;', text.length / 2) + '\nEND;'.length;
const CARET = '\nSELECT c. FROM sales.Customer AS c;';
const caret = middle + '\nSELECT c.'.length;
const withCaret = (variant: string): string => variant.slice(0, middle) + CARET + variant.slice(middle);

console.log(`${text.split('\n').length} lines, ${(text.length / 1e3).toFixed(0)} kB`);
report('parse', (variant) => parseProcedure(variant));
report('parse, lint and bind', (variant) => [parseProcedure(variant), lint(variant, catalog), bindAgainst(variant, catalog)]);
report('completion', (variant) => complete(withCaret(variant), caret, catalog));
report('hover', (variant) => hover(withCaret(variant), caret - 1, catalog));
report('signature help', (variant) => signatureHelp(withCaret(variant), caret, catalog));
report('format', (variant) => format(variant));

function report(name: string, work: (variant: string) => unknown): void {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 12; round++) {
    const variant = text + '\n'.repeat(round);
    const before = process.cpuUsage();
    work(variant);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e3);
  }
  console.log(`${name.padEnd(22)} ${best.toFixed(1)} ms`);
}

/** The bodies of the sample procedures, one after the other in one procedure, until it is long enough. */
function longProcedure(lines: number): string {
  const bodies = sampleProcedures.map(({ text: sample }) => {
    const { bodySpan } = parseProcedure(sample);
    // Labels are unique in a procedure, and the bodies repeat.
    return sample.slice(bodySpan.start, bodySpan.end).replaceAll(/\bGOTO \w+|^\s*\w+:\s*$/gim, '');
  });
  const parts = ['CREATE PROCEDURE dbo.Long AS'];
  for (let index = 0, count = 1; count < lines; index++) {
    const body = bodies[index % bodies.length]!;
    parts.push(body);
    count += body.split('\n').length;
  }
  return `${parts.join('\n')}\n`;
}
