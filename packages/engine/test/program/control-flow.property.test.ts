import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, startServer, type TestServer } from '../session/support.ts';

/** A structured program: what it prints is known without running it. */
type Node =
  | { readonly kind: 'print'; readonly n: number }
  | { readonly kind: 'if'; readonly condition: boolean; readonly then: readonly Node[]; readonly otherwise: readonly Node[] }
  | { readonly kind: 'while'; readonly times: number; readonly body: readonly Node[] }
  | { readonly kind: 'break' | 'continue' | 'fail' | 'return' }
  | { readonly kind: 'try'; readonly body: readonly Node[]; readonly handler: readonly Node[] };

const { node } = fc.letrec<{ node: Node; list: Node[] }>((tie) => ({
  list: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('print' as const), n: fc.nat(99) }),
    fc.record({ kind: fc.constantFrom('break' as const, 'continue' as const, 'fail' as const, 'return' as const) }),
    fc.record({ kind: fc.constant('if' as const), condition: fc.boolean(), then: tie('list'), otherwise: tie('list') }),
    fc.record({ kind: fc.constant('while' as const), times: fc.integer({ min: 0, max: 3 }), body: tie('list') }),
    fc.record({ kind: fc.constant('try' as const), body: tie('list'), handler: tie('list') }),
  ),
}));

const programs = fc.array(node, { minLength: 1, maxLength: 6 });

/** How a list of statements ends. */
type End = 'normal' | 'break' | 'continue' | 'fail' | 'return';

function run(nodes: readonly Node[], inLoop: boolean, out: string[]): End {
  for (const one of nodes) {
    const end = runOne(one, inLoop, out);
    if (end !== 'normal') return end;
  }
  return 'normal';
}

function runOne(one: Node, inLoop: boolean, out: string[]): End {
  switch (one.kind) {
    case 'print':
      out.push(String(one.n));
      return 'normal';
    case 'if':
      return run(one.condition ? one.then : one.otherwise, inLoop, out);
    case 'while':
      for (let i = 0; i < one.times; i += 1) {
        const end = run(one.body, true, out);
        if (end === 'break') return 'normal';
        if (end === 'fail' || end === 'return') return end;
      }
      return 'normal';
    case 'try': {
      const end = run(one.body, inLoop, out);
      return end === 'fail' ? run(one.handler, inLoop, out) : end;
    }
    case 'break':
    case 'continue':
      return inLoop ? one.kind : 'normal';
    default:
      return one.kind;
  }
}

let loops = 0;

function print(nodes: readonly Node[], inLoop: boolean): string {
  return nodes.map((one) => printOne(one, inLoop)).join('\n');
}

function block(nodes: readonly Node[], inLoop: boolean): string {
  return `BEGIN\nDECLARE @nothing${++loops} int;\n${print(nodes, inLoop)}\nEND`;
}

function printOne(one: Node, inLoop: boolean): string {
  switch (one.kind) {
    case 'print':
      return `PRINT ${one.n};`;
    case 'if':
      return `IF ${one.condition ? '1 = 1' : '1 = 0'} ${block(one.then, inLoop)} ELSE ${block(one.otherwise, inLoop)}`;
    case 'while': {
      const name = `@loop${++loops}`;
      return `DECLARE ${name} int;\nSET ${name} = 0;\nWHILE ${name} < ${one.times} BEGIN\nSET ${name} += 1;\n${print(one.body, true)}\nEND`;
    }
    case 'try':
      return `BEGIN TRY\nDECLARE @nothing${++loops} int;\n${print(one.body, inLoop)}\nEND TRY\nBEGIN CATCH\n${print(one.handler, inLoop)}\nEND CATCH`;
    case 'break':
    case 'continue':
      return inLoop ? `${one.kind.toUpperCase()};` : '';
    case 'fail':
      return "THROW 50000, 'fail', 1;";
    case 'return':
      return 'RETURN;';
  }
}

let server: TestServer;
let session: Session;
beforeAll(async () => {
  server = await startServer();
  session = await server.login();
});
afterAll(() => server.close());

test('control flow does what its structure says', async () => {
  await fc.assert(
    fc.asyncProperty(programs, async (nodes) => {
      const expected: string[] = [];
      const end = run(nodes, false, expected);
      const result = await batch(session, print(nodes, false));
      const printed = result.messages.filter((message) => message.severity === 0).map((message) => message.message);
      expect(printed).toEqual(expected);
      expect(result.errors).toEqual(end === 'fail' ? [50000] : []);
    }),
    { numRuns: 300 },
  );
});
