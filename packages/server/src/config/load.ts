/**
 * Settings from all their sources: the command line wins over the environment, which wins over `sprocket.yaml`, which wins over the defaults.
 * Every value is checked against its row of the table, whatever source it comes from, and the message of a bad one names that source. An
 * unknown key of the file or flag is an error; an unknown `SPROCKET_` variable is only reported, because other programs may own it.
 */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { ConfigurationError } from './configuration-error.ts';
import { type Config, environmentName, flagName, SETTING_NAMES, SETTINGS, type Setting, type SettingName } from './settings.ts';
import { STUDIO_VARIABLES } from './studio-variables.ts';

const DEFAULT_FILE = 'sprocket.yaml';
const FILE_VARIABLE = 'SPROCKET_CONFIG';

export interface ConfigSources {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** The file that was read; undefined when there is none. */
  readonly file: string | undefined;
  /** Variables that look like ours and are not. */
  readonly unknownVariables: readonly string[];
}

/** A value with where it came from and which folder its relative paths start at. */
interface Found {
  readonly value: unknown;
  readonly source: string;
  readonly folder: string;
}

/** Reads all sources. Throws ConfigurationError. */
export function loadConfig(sources: ConfigSources): LoadedConfig {
  const flags = readFlags(sources.args);
  const file = configFile(sources, flags.get('config'));
  const fromFile = file === undefined ? new Map<SettingName, unknown>() : readFile(file);
  const find = (name: SettingName): Found | undefined => {
    const flag = flags.get(name);
    if (flag !== undefined) return { value: flag, source: `--${flagName(name)}`, folder: sources.workingDirectory };
    const variable = sources.environment[environmentName(name)];
    if (variable !== undefined && variable !== '')
      return { value: variable, source: environmentName(name), folder: sources.workingDirectory };
    if (file !== undefined && fromFile.has(name))
      return { value: fromFile.get(name), source: `${file}: ${name}`, folder: path.dirname(file) };
    return undefined;
  };
  const entries = SETTING_NAMES.map((name) => [name, settingValue(SETTINGS[name], find(name), sources.workingDirectory)]);
  return { config: Object.fromEntries(entries) as Config, file, unknownVariables: unknownVariables(sources.environment) };
}

function readFlags(args: readonly string[]): ReadonlyMap<string, string> {
  const options = Object.fromEntries([...SETTING_NAMES.map(flagName), 'config'].map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    const names = new Map<string, string>(SETTING_NAMES.map((name) => [flagName(name), name]));
    return new Map(Object.entries(values).map(([flag, value]) => [names.get(flag) ?? flag, String(value)]));
  } catch (error) {
    throw new ConfigurationError(firstSentence(error));
  }
}

function configFile(sources: ConfigSources, flag: string | undefined): string | undefined {
  const named = flag ?? sources.environment[FILE_VARIABLE];
  if (named !== undefined && named !== '') return path.resolve(sources.workingDirectory, named);
  const standard = path.join(sources.workingDirectory, DEFAULT_FILE);
  return existsSync(standard) ? standard : undefined;
}

function readFile(file: string): ReadonlyMap<SettingName, unknown> {
  const tree = parseFile(file);
  if (tree === null || tree === undefined) return new Map();
  if (typeof tree !== 'object' || Array.isArray(tree)) throw new ConfigurationError(`${file}: settings expected, such as "tdsPort: 1433"`);
  for (const key of Object.keys(tree)) {
    if (!(key in SETTINGS)) throw new ConfigurationError(`${file}: unknown setting "${key}"${suggestion(key)}`);
  }
  return new Map(Object.entries(tree)) as ReadonlyMap<SettingName, unknown>;
}

function parseFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { prettyErrors: true });
  } catch (error) {
    throw new ConfigurationError(`${file}: ${firstSentence(error)}`);
  }
}

function settingValue(setting: Setting, found: Found | undefined, workingDirectory: string): number | string {
  if (found === undefined)
    return setting.kind === 'path' && setting.default !== '' ? path.resolve(workingDirectory, setting.default) : setting.default;
  switch (setting.kind) {
    case 'integer':
      return integerOf(setting.min, setting.max, found);
    case 'choice':
      return choiceOf(setting.choices, found);
    case 'path':
      return textOf(found) === '' ? '' : path.resolve(found.folder, textOf(found));
    case 'text':
      return textOf(found);
  }
}

function integerOf(min: number, max: number, found: Found): number {
  const value = typeof found.value === 'string' && /^-?\d+$/.test(found.value) ? Number(found.value) : found.value;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new ConfigurationError(`${found.source}: a whole number from ${min} to ${max} expected, not ${JSON.stringify(found.value)}`);
}

function choiceOf(choices: readonly string[], found: Found): string {
  // YAML 1.1 habits: an unquoted `off` is text in YAML 1.2, but `false` is what some editors make of it.
  const value = found.value === false ? 'off' : found.value;
  if (typeof value === 'string' && choices.includes(value)) return value;
  throw new ConfigurationError(`${found.source}: one of ${choices.join(', ')} expected, not ${JSON.stringify(found.value)}`);
}

function textOf(found: Found): string {
  if (typeof found.value === 'string') return found.value;
  throw new ConfigurationError(`${found.source}: text expected, not ${JSON.stringify(found.value)}`);
}

function unknownVariables(environment: ConfigSources['environment']): string[] {
  const known = new Set([...SETTING_NAMES.map(environmentName), FILE_VARIABLE, ...STUDIO_VARIABLES.map(({ name }) => name)]);
  return Object.keys(environment).filter((name) => name.startsWith('SPROCKET_') && !known.has(name));
}

function suggestion(key: string): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const near = SETTING_NAMES.find((name) => plain(name) === plain(key));
  return near === undefined ? '' : `: did you mean "${near}"?`;
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? message).replace(/:$/, '').replace(/\. To specify.*$/, '.');
}
