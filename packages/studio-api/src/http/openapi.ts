/** An OpenAPI 3.1 document from rows of the contract. Zod prints the schemas; nothing is described twice. */
import { type Operation, Problem } from '@sprocket/studio-contract';
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

export function openApiDocument(rows: Readonly<Record<string, Operation>>): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, row] of Object.entries(rows)) {
    const path = `/api${row.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][row.method.toLowerCase()] = describe(name, row);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sprocket workbench', version: '1', description: DESCRIPTION },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sprocket_studio' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
      },
    },
  };
}

const DESCRIPTION =
  'Log in for a session cookie; bring the csrfToken of the session in x-csrf-token with everything that is not GET. Every error is a Problem.';

function describe(name: string, row: Operation): Json {
  return {
    operationId: name,
    tags: [tagOf(row)],
    summary: row.summary,
    description: ACCESS[row.access] ?? `Needs the role ${row.access} or more.`,
    ...(row.access === 'public' ? {} : { security: [row.method === 'GET' ? { session: [] } : { session: [], csrf: [] }] }),
    parameters: [...pathParameters(row), ...queryParameters(row)],
    ...(row.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(row.body, 'input') } } } }),
    responses: {
      ...success(row),
      default: { description: 'A refusal', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

const ACCESS: Readonly<Record<string, string>> = { public: 'Needs no login.', user: 'Needs a login.' };

/** The part of the path that names what it is about. */
function tagOf({ path }: Operation): string {
  const [, first = '', , third] = path.split('/');
  return first === 'workspaces' && third !== undefined ? third : first;
}

function pathParameters({ path }: Operation): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters({ query }: Operation): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function success(row: Operation): Json {
  switch (row.answer) {
    case 'none':
      return { 204: { description: 'Done' } };
    case 'redirect':
      return { 302: { description: 'Elsewhere' } };
    case 'file':
      return { 200: { description: 'A file', content: { 'application/octet-stream': {} } } };
    case 'ndjson':
      return { 200: { description: 'One document a line', content: { 'application/x-ndjson': { schema: responseSchema(row) } } } };
    case 'json':
      return { 200: { description: 'The answer', content: { 'application/json': { schema: responseSchema(row) } } } };
  }
}

const responseSchema = (row: Operation): Json => (row.response === undefined ? {} : schemaOf(row.response, 'output'));

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}
