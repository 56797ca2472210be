/**
 * What every operation goes through before its method runs, in this order: the session's user (401), the token against forged requests (403), the
 * form of ids (404), the workspace (404) and the caller's role in it (403), the feature flag (404), query and body (400).
 *
 * A route without an operation is refused, so that forgetting the decorator cannot open anything.
 */
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Operation, type Role, roleAllows, type User } from '@sprocket/studio-contract';
import { and, eq } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import { memberships, users, workspaces } from '../database/schema/schema.ts';
import { CONFIGURATION, type Configuration, DATABASE } from '../tokens.ts';
import type { WorkspaceContext } from './call.ts';
import { checkCsrf } from './csrf.ts';
import { belongsToSqlEditor } from './feature.ts';
import { checkInput, checkParameters } from './input.ts';
import { OPERATION, WITHOUT_OPERATION } from './operation.ts';
import { notFound, problem } from './problem.ts';

@Injectable()
export class OperationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const row = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    if (row === undefined) {
      return this.reflector.getAllAndOverride<boolean | undefined>(WITHOUT_OPERATION, [context.getHandler(), context.getClass()]) === true;
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const user = await this.authenticate(request, row);
    if (row.method !== 'GET') checkCsrf(request);
    const params = checkParameters(request.params);
    const workspace = await this.authorise(row, user, request.params);
    const { query, body } = checkInput(row, request);
    request.call = { params, query, body, user, request, reply, ...(workspace === undefined ? {} : { workspace }) };
    return true;
  }

  private async authenticate(request: FastifyRequest, row: Operation): Promise<User | null> {
    const user = await this.currentUser(request.session.userId);
    if (user === null && row.access !== 'public') throw problem('unauthenticated', 'Please log in.');
    return user;
  }

  private async currentUser(userId: string | undefined): Promise<User | null> {
    if (userId === undefined) return null;
    const [user] = await this.database
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .where(eq(users.id, userId));
    return user ?? null;
  }

  private async authorise(row: Operation, user: User | null, params: unknown): Promise<WorkspaceContext | undefined> {
    if (row.access === 'public' || row.access === 'user' || user === null) return undefined;
    const { workspace: slug } = params as { workspace?: string };
    const workspace = slug === undefined ? undefined : await this.membership(slug, user.id);
    if (workspace === undefined) throw notFound();
    if (!roleAllows(workspace.role, row.access)) throw forbidden(row.access);
    if (!this.configuration.sqlEditor && belongsToSqlEditor(row)) throw problem('feature-off', 'The SQL Editor is switched off here.');
    return workspace;
  }

  private async membership(slug: string, userId: string): Promise<WorkspaceContext | undefined> {
    const [found] = await this.database
      .select({
        id: workspaces.id,
        slug: workspaces.slug,
        name: workspaces.name,
        environmentId: workspaces.environmentId,
        role: memberships.role,
      })
      .from(workspaces)
      .innerJoin(memberships, and(eq(memberships.workspaceId, workspaces.id), eq(memberships.userId, userId)))
      .where(eq(workspaces.slug, slug));
    return found;
  }
}

const ARTICLE: Readonly<Record<Role, string>> = { member: 'a member', author: 'an author', admin: 'an admin', owner: 'an owner' };

function forbidden(needed: Role) {
  return problem('forbidden', `Only ${ARTICLE[needed]} of the workspace may do this.`, { needs: needed });
}
