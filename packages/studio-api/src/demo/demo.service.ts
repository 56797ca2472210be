/**
 * The workspace that the first account finds: "Demo", on the server that came with this installation. What it contains is put in by a feature that
 * says so with `fillWith`, so that this module knows nothing of procedures.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { User } from '@sprocket/studio-contract';
import { eq } from 'drizzle-orm';
import type { Queries } from '../database/database.ts';
import { environments, workspaces } from '../database/schema/schema.ts';
import { CONFIGURATION, type Configuration, LOGGER, type Logger } from '../tokens.ts';
import { WorkspacesService } from '../workspaces/workspaces.service.ts';

export interface DemoWorkspace {
  readonly workspaceId: string;
  /** Null when no server came with this installation. */
  readonly environmentId: string | null;
}
export type DemoFiller = (workspace: DemoWorkspace, owner: User) => Promise<void>;

@Injectable()
export class DemoService {
  readonly #fillers: DemoFiller[] = [];

  constructor(
    private readonly workspaces: WorkspacesService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Called while modules start; fillers run in the order in which they came. */
  fillWith(filler: DemoFiller): void {
    this.#fillers.push(filler);
  }

  async createWorkspace(tx: Queries, owner: User): Promise<DemoWorkspace> {
    const workspaceId = await this.workspaces.createIn(tx, owner.id, 'Demo', undefined);
    const environmentId = this.configuration.managed === undefined ? null : await addManagedEnvironment(tx, workspaceId);
    return { workspaceId, environmentId };
  }

  /** What goes wrong here is logged: the account and its workspace are good without the content. */
  async fill(workspace: DemoWorkspace, owner: User): Promise<void> {
    for (const filler of this.#fillers) {
      try {
        await filler(workspace, owner);
      } catch (error) {
        this.logger.error(
          { reason: error instanceof Error ? error.message.slice(0, 500) : String(error) },
          'the demo workspace is incomplete',
        );
      }
    }
  }
}

async function addManagedEnvironment(tx: Queries, workspaceId: string): Promise<string> {
  const row = { workspaceId, name: 'Sprocket', managed: true, trustServerCertificate: true, colour: 'blue' } as const;
  const [created] = await tx.insert(environments).values(row).returning({ id: environments.id });
  if (created === undefined) throw new Error('an insert returned nothing');
  await tx.update(workspaces).set({ environmentId: created.id }).where(eq(workspaces.id, workspaceId));
  return created.id;
}
