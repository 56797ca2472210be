#!/usr/bin/env node
// Starts the program from the build, or from the source when Node was told so with --conditions=@sprocket/source.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `sprocket: Node ${NEEDED} or later is needed, this is ${process.version}. Inside the project, "npm start" and "npx sprocket" bring their own.`,
  );
  process.exit(1);
}
const source = process.execArgv.includes('--conditions=@sprocket/source');
const program = new URL(source ? '../src/cli.ts' : '../dist/cli.js', import.meta.url);
if (!existsSync(fileURLToPath(program))) {
  console.error('sprocket: not built yet: run "npm run build"');
  process.exit(1);
}
const { main } = await import(program.href);
const status = await main(process.argv.slice(2));
// What is still on its way to a pipe must arrive.
process.stdout.write('', () => process.stderr.write('', () => process.exit(status)));
