/** The contract of name resolution: what a draft's names stand for. Binding, hovering and completion are different questions to this answer. */
import type { Identifier, Query, Span } from '../../ast/index.ts';
import type { DefinitionKind } from '../answers.ts';
import type { Problem } from '../problem.ts';

/** A column as far as the text and the catalog tell. */
export interface ColumnInfo {
  readonly name: string;
  /** '' when it is not known. */
  readonly type: string;
  readonly nullable: boolean | null;
  readonly note?: string;
}

/** Something that rows come from, under the name by which its columns are qualified. */
export interface Source {
  /** The alias, or the object's own name; '' for none. */
  readonly alias: string;
  readonly aliasSpan: Span | null;
  /** Schema and object, when the source is one that can be named `schema.object.column`. */
  readonly schema: string;
  readonly object: string;
  readonly kind: DefinitionKind;
  /** Null when they cannot be known. */
  readonly columns: readonly ColumnInfo[] | null;
  readonly span: Span;
}

/** The sources that a name can refer to; the outer ones belong to the queries around. */
export interface Scope {
  readonly sources: readonly Source[];
  /** Select-list aliases, which ORDER BY may use. */
  readonly aliases: ReadonlySet<string>;
  readonly ctes: ReadonlyMap<string, Cte>;
  readonly outer: Scope | null;
}

/** A common table expression in sight. */
export interface Cte {
  readonly name: Identifier;
  readonly columns: readonly ColumnInfo[] | null;
}

/** A variable, parameter, table variable or temporary table. */
export interface Local {
  readonly name: string;
  readonly kind: 'variable' | 'parameter' | 'table-variable' | 'temp-table' | 'cursor' | 'label';
  readonly type: string;
  readonly columns: readonly ColumnInfo[] | null;
  readonly span: Span;
}

/** One use of a name. */
export interface Reference {
  readonly span: Span;
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly schema?: string;
  /** Where the text itself defines it. */
  readonly target?: Span;
  /** One line of T-SQL that describes it. */
  readonly code: string;
  readonly note?: string;
}

/** What a text's names stand for. */
export interface Resolution {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** By lower-case name. */
  readonly locals: ReadonlyMap<string, Local>;
  /** Common tables, in the order of the text. */
  readonly ctes: readonly Cte[];
  /** Result columns of queries. */
  readonly queryColumns: ReadonlyMap<Query, readonly ColumnInfo[] | null>;
  /** Sources of every query and data change, by the stretch of text where they count. */
  readonly scopes: readonly { readonly span: Span; readonly sources: readonly Source[] }[];
}
