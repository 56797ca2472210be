/**
 * Texts and what they compile to. A text is parsed once for each setting of QUOTED_IDENTIFIER and flattened once for each database and setting; both
 * caches forget what was not used for long. A program whose variables have types of the database is kept with the catalog version it was made for.
 */

import { type ParseResult, parse, type Statement } from '@sprocket/tsql';
import type { DatabaseCatalog } from '../catalog/model.ts';
import { SqlError } from '../errors.ts';
import type { TypeResolver } from '../program/emitter.ts';
import { flatten, type Predeclared } from '../program/flatten.ts';
import { type Compiled, createCompiled } from '../run/compiled.ts';
import { SyntaxErrors } from '../run/failures.ts';

/** Longer texts are scripts that run once. */
const LONGEST_CACHED = 64 * 1024;
/** Characters of text that a cache keeps. */
const BUDGET = 8 * 1024 * 1024;
/** What a text counts beside its length: the shortest one becomes some kilobytes of syntax and bound statements. */
const TEXT_WEIGHT = 2_000;

/** A map from texts that forgets what was used least recently when the texts together become too long. */
class Recent<Value> {
  readonly #entries = new Map<string, Value>();
  #weight = 0;

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    if (!this.#entries.has(key)) this.#weight += TEXT_WEIGHT + key.length;
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= BUDGET) return;
      this.#entries.delete(oldest);
      this.#weight -= TEXT_WEIGHT + oldest.length;
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }
}

export interface CodeSettings {
  readonly ansiNulls: boolean;
  readonly quotedIdentifier: boolean;
}

/** What a text is compiled for. */
export interface CodeHome {
  readonly database: DatabaseCatalog;
  readonly schema: string;
  readonly settings: CodeSettings;
}

interface CachedBatch {
  readonly compiled: Compiled;
  /** 0 when no type of the database was used. */
  readonly version: number;
}

export class CodeCache {
  readonly #parsed = new Recent<ParseResult>();
  readonly #batches = new Recent<CachedBatch>();

  /** Statements of a text; raises the first of its syntax errors with the others behind it. */
  parse(text: string, settings: CodeSettings): readonly Statement[] {
    const { statements, diagnostics, module } = this.parseResult(text, settings);
    const [first, ...rest] = diagnostics.map((diagnostic) => toError(diagnostic, module));
    if (first === undefined) return statements;
    throw new SyntaxErrors(first, rest);
  }

  parseResult(text: string, { quotedIdentifier }: CodeSettings): ParseResult {
    if (text.length > LONGEST_CACHED) return parse(text, { quotedIdentifier });
    const key = `${quotedIdentifier ? 1 : 0}${text}`;
    let result = this.#parsed.get(key);
    if (result === undefined) {
      result = parse(text, { quotedIdentifier });
      this.#parsed.set(key, result);
    }
    return result;
  }

  /** A batch as a program; `signature` tells texts with different parameters apart. */
  batch(text: string, home: CodeHome, signature: string, parameters: () => readonly Predeclared[], types: TypeResolver): Compiled {
    const { database, settings, schema } = home;
    const key = `${database.databaseId}/${settings.ansiNulls ? 1 : 0}${settings.quotedIdentifier ? 1 : 0}/${schema}/${signature}\n${text}`;
    const cached = this.#batches.get(key);
    if (cached !== undefined && (cached.version === 0 || cached.version === database.version)) return cached.compiled;
    const used = { userTypes: false };
    const program = flatten(this.parse(text, settings), noting(types, used), parameters());
    const compiled = createCompiled(program, text, settings);
    if (text.length <= LONGEST_CACHED) this.#batches.set(key, { compiled, version: used.userTypes ? database.version : 0 });
    return compiled;
  }

  clear(): void {
    this.#parsed.clear();
    this.#batches.clear();
  }
}

/** A mistake behind the name of the module that a batch creates is reported as that module's. */
function toError(diagnostic: ParseResult['diagnostics'][number], module: ParseResult['module']): SqlError {
  const error = new SqlError(diagnostic.number, diagnostic.severity, diagnostic.state, diagnostic.message, 'batch');
  error.line = diagnostic.line;
  if (module !== undefined && diagnostic.span.start >= module.end) error.procedure = module.name;
  return error;
}

/** Notes whether a type came from the database. */
function noting(types: TypeResolver, used: { userTypes: boolean }): TypeResolver {
  return {
    scalar: (reference, site) => {
      const resolved = types.scalar(reference, site);
      if (resolved.table !== null || resolved.type.alias !== undefined) used.userTypes = true;
      return resolved;
    },
    table: (variable, elements) => {
      used.userTypes = true;
      return types.table(variable, elements);
    },
    instance: (variable, table) => types.instance(variable, table),
  };
}
