/** The operations on environments and on the catalog of the one in use. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { routineText } from './catalog/routine-text.ts';
import { EnvironmentsService } from './environments.service.ts';
import { reporting } from './problems.ts';

type Call<Name extends keyof typeof operations> = WorkspaceCall<(typeof operations)[Name]>;

@Controller()
export class EnvironmentsController {
  constructor(private readonly environments: EnvironmentsService) {}

  @Operation(operations.listEnvironments)
  listEnvironments(@Input() { workspace }: Call<'listEnvironments'>) {
    return this.environments.list(workspace);
  }

  @Operation(operations.currentEnvironment)
  currentEnvironment(@Input() { workspace }: Call<'currentEnvironment'>) {
    return this.environments.badge(workspace);
  }

  @Operation(operations.createEnvironment)
  createEnvironment(@Input() { workspace, user, body }: Call<'createEnvironment'>) {
    return this.environments.create(workspace, user.id, body);
  }

  @Operation(operations.updateEnvironment)
  updateEnvironment(@Input() { workspace, user, params, body }: Call<'updateEnvironment'>) {
    return this.environments.update(workspace, user.id, params.environment, body);
  }

  @Operation(operations.deleteEnvironment)
  async deleteEnvironment(@Input() { workspace, user, params }: Call<'deleteEnvironment'>) {
    await this.environments.remove(workspace, user.id, params.environment);
  }

  @Operation(operations.testEnvironment)
  testEnvironment(@Input() { workspace, params }: Call<'testEnvironment'>) {
    return this.environments.test(workspace.id, params.environment);
  }

  @Operation(operations.testSettings)
  testSettings(@Input() { workspace, body }: Call<'testSettings'>) {
    return this.environments.testSettings(workspace.id, body);
  }

  @Operation(operations.environmentHealth)
  environmentHealth(@Input() { workspace }: Call<'environmentHealth'>) {
    return this.environments.health(workspace);
  }

  @Operation(operations.catalog)
  async catalog(@Input() { workspace, query, request, reply }: Call<'catalog'>) {
    const row = await this.environments.current(workspace);
    const { etag, json } = await reporting(() => this.environments.catalog(row, query.refresh));
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === etag) {
      reply.code(304);
      return undefined;
    }
    return json;
  }

  @Operation(operations.routineText)
  async routineText(@Input() { workspace, query }: Call<'routineText'>) {
    const row = await this.environments.current(workspace);
    const text = await this.environments.ask(row, (session) => routineText(session, query));
    return { ...query, text };
  }
}
