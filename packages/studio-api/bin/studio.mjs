#!/usr/bin/env node
// Starts the workbench's API from the build. Nest's decorators need compiling, so that there is no start from the source.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(`sprocket studio: Node ${NEEDED} or later is needed, this is ${process.version}.`);
  process.exit(1);
}
const program = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(program))) {
  console.error('sprocket studio: not built yet: run "npm run build"');
  process.exit(1);
}
await import(program.href);
