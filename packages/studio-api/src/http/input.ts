/** Checks what a request brings against the operation's row: the parameters of the path, the query, the body. */
import type { Operation } from '@sprocket/studio-contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { PathParameters } from './call.ts';
import { notFound, problem } from './problem.ts';

/** Parameters that are not ids. A number counts from 0 and fits PostgreSQL's integer. */
const TEXTS: ReadonlySet<string> = new Set(['workspace', 'token', 'rule']);
const NUMBERS: ReadonlySet<string> = new Set(['revision', 'version', 'set']);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LARGEST_INTEGER = 2_147_483_647;

/** An id or a number that cannot be one does not exist: 404. */
export function checkParameters(params: unknown): PathParameters {
  const given = Object.entries(params as Readonly<Record<string, string>>);
  return Object.fromEntries(given.map(([name, value]) => [name, checkParameter(name, value)])) as unknown as PathParameters;
}

function checkParameter(name: string, value: string): string | number {
  if (TEXTS.has(name)) return value;
  if (NUMBERS.has(name)) {
    const number = Number(value);
    if (/^\d{1,10}$/.test(value) && number <= LARGEST_INTEGER) return number;
  } else if (UUID.test(value)) return value.toLowerCase();
  throw notFound();
}

/** Throws `bad-request` that names every wrong field. */
export function checkInput(row: Operation, request: FastifyRequest): { query: unknown; body: unknown } {
  const query = row.query === undefined ? undefined : parse(row.query, request.query ?? {}, 'The address');
  const body = row.body === undefined ? undefined : parse(row.body, request.body ?? {}, 'The request');
  return { query, body };
}

function parse(schema: z.ZodType, input: unknown, what: string): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  const first = fields[0];
  const where = first === undefined || first.path === '' ? '' : ` (${first.path}: ${first.message})`;
  throw problem('bad-request', `${what} is not as it should be${where}.`, { fields });
}
