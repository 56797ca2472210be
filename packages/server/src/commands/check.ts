/**
 * `sprocket check`: loads a procedures folder as the server would, without a server, and prints what is wrong with it as `file:line: message`. For
 * continuous integration: the exit status is 1 when anything is.
 */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine } from '@sprocket/engine';
import { parse } from 'yaml';
import { ConfigurationError } from '../config/configuration-error.ts';
import type { Command } from './command.ts';

const HELP = `sprocket check <folder>: parses and binds the procedure files of a folder

Prints file:line: message for each problem. The exit status is 1 when there is one, else 0.
`;

export const checkCommand: Command = {
  help: () => HELP,
  run: async (args) => {
    const folder = folderOf(args);
    const problems = await problemsOf(folder);
    for (const { file, line, message } of problems) process.stdout.write(`${path.relative(process.cwd(), file)}:${line}: ${message}\n`);
    process.stdout.write(
      problems.length === 0 ? 'No problems.\n' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.\n`,
    );
    return problems.length === 0 ? 0 : 1;
  },
};

function folderOf(args: readonly string[]): string {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) throw new ConfigurationError('one folder expected: sprocket check <folder>');
  try {
    readdirSync(folder);
  } catch (error) {
    throw new ConfigurationError(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return path.resolve(folder);
}

async function problemsOf(folder: string) {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sprocket-check-'));
  try {
    const options = {
      dataDirectory,
      proceduresDirectory: folder,
      parseManifest: parse,
      saPassword: 'unused',
      serverName: 'CHECK',
      log: () => undefined,
    };
    const engine = await openEngine(options);
    const problems = engine.problems();
    await engine.close(0);
    return problems;
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}
