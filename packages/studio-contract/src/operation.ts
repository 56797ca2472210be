/**
 * What an operation of the API is: one row that names its method, its path, who may call it and the shapes that go in and come out.
 *
 * The API builds its controllers from these rows (route, role, validation, OpenAPI), the web application its calls, and a test walks every row
 * with every role. A fact about an operation stands here alone.
 */
import type { z } from 'zod';
import type { Role } from './roles.ts';

/** Who may call: anybody, any logged-in user, or a member of the workspace in the path whose role is at least the one named. */
export type Access = 'public' | 'user' | Role;

/** How the answer travels: one JSON document, nothing, one JSON document a line (application/x-ndjson), a file, or a redirect. */
export type Answer = 'json' | 'none' | 'ndjson' | 'file' | 'redirect';

export interface Operation<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`; parameters as `:name`. `:workspace` is a slug, every other one an id, unless the summary says otherwise. */
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly answer: Answer;
  readonly query?: Query;
  readonly body?: Body;
  readonly response?: Response;
}

/** Keeps the exact types of the schemas of a row. */
export function operation<
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
  Response extends z.ZodType = z.ZodNever,
>(row: Operation<Query, Body, Response>): Operation<Query, Body, Response> {
  return row;
}

/** What a caller passes as query, as body, and what comes back. */
export type QueryOf<O> = O extends Operation<infer Query, z.ZodType, z.ZodType> ? z.input<Query> : never;
export type BodyOf<O> = O extends Operation<z.ZodType, infer Body, z.ZodType> ? z.input<Body> : never;
export type ResponseOf<O> = O extends Operation<z.ZodType, z.ZodType, infer Response> ? z.output<Response> : never;

/** The address of an operation with its parameters filled in, each percent-encoded. A parameter that is not given is an error. */
export function pathOf(row: Pick<Operation, 'path'>, parameters: Readonly<Record<string, string | number>> = {}): string {
  const segments = row.path.split('/').map((segment) => {
    if (!segment.startsWith(':')) return segment;
    const value = parameters[segment.slice(1)];
    if (value === undefined) throw new Error(`the path ${row.path} needs the parameter ${segment.slice(1)}`);
    return encodeURIComponent(String(value));
  });
  return `/api${segments.join('/')}`;
}
