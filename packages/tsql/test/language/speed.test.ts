/** A procedure of 5,000 lines does not make typing lag. On an idle machine it takes less than half of the limits here. */
import { expect, test } from 'vitest';
import { bindAgainst, complete, format, lint, parseProcedure } from '../../src/index.ts';
import { sampleCatalog, sampleProcedures } from './snapshot.ts';

const catalog = sampleCatalog();

/** The bodies of the samples as blocks of one procedure, repeated until they are long enough. */
function longProcedure(lines: number): string {
  const bodies = sampleProcedures.map(({ text }) => {
    const { bodySpan } = parseProcedure(text);
    return text.slice(bodySpan.start, bodySpan.end);
  });
  let text = 'CREATE PROCEDURE dbo.Long AS\n';
  for (let index = 0; text.split('\n').length < lines; index++)
    text += `${bodies[index % bodies.length]!.replace(/\bGOTO \w+|^\s*\w+:\s*$/gim, '')}\n`;
  return text;
}

const text = longProcedure(5_000);

/** The best of several runs over texts that differ, so that nothing is taken from a cache. */
function best(run: (text: string) => void): number {
  const times = Array.from({ length: 4 }, (_, index) => {
    const variant = `${text}${'\n'.repeat(index)}`;
    const started = performance.now();
    run(variant);
    return performance.now() - started;
  });
  return Math.min(...times);
}

test('parse, lint and bind', () => {
  const time = best((variant) => {
    parseProcedure(variant);
    lint(variant);
    bindAgainst(variant, catalog);
  });
  expect(time).toBeLessThan(300);
});

test('completion while typing', () => {
  const middle = text.indexOf('\nEND;', text.length / 2) + '\nEND;'.length;
  const marked = (variant: string) => `${variant.slice(0, middle)}\nSELECT c. FROM sales.Customer AS c;${variant.slice(middle)}`;
  const offset = middle + '\nSELECT c.'.length;
  let items = 0;
  const time = best((variant) => {
    items = complete(marked(variant), offset, catalog).length;
  });
  expect(items).toBeGreaterThan(3);
  expect(time).toBeLessThan(300);
});

test('formatting', () => {
  const time = best((variant) => void format(variant));
  expect(time).toBeLessThan(1_500);
});
