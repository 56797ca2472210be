/** What the method of an operation receives: the caller, the workspace, and the checked parameters, query and body. */
import type { Operation, Role, User } from '@sprocket/studio-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** The parameters that occur in paths. Ids are looked at for their form, numbers are numbers; one that is not in the row's path is absent. */
export interface PathParameters {
  readonly user: string;
  readonly invitation: string;
  readonly token: string;
  readonly environment: string;
  readonly category: string;
  readonly template: string;
  readonly rule: string;
  readonly procedure: string;
  readonly revision: number;
  readonly version: number;
  readonly execution: string;
  readonly set: number;
  readonly preset: string;
}

/** The workspace of the path, as far as the caller's own membership tells. */
export interface WorkspaceContext {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The caller's. */
  readonly role: Role;
  readonly environmentId: string | null;
}

/** Of an operation with access `public`. */
export interface Call<Row> {
  readonly params: PathParameters;
  readonly query: Row extends Operation<infer Query, z.ZodType, z.ZodType> ? z.output<Query> : never;
  readonly body: Row extends Operation<z.ZodType, infer Body, z.ZodType> ? z.output<Body> : never;
  readonly user: User | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Of an operation with access `user`. */
export interface UserCall<Row> extends Call<Row> {
  readonly user: User;
}

/** Of an operation whose access is a role. */
export interface WorkspaceCall<Row> extends UserCall<Row> {
  readonly workspace: WorkspaceContext;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by OperationGuard. */
    call?: Call<Operation> & { readonly workspace?: WorkspaceContext };
  }
}
