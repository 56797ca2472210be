/**
 * Fills the demo workspace: procedures on the sample database in every state that there is, really published through the same steps that a user's
 * are. Without the sample database it stays empty.
 */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { User } from '@sprocket/studio-contract';
import type { Database } from '../../database/database.ts';
import { categories, templates } from '../../database/schema/schema.ts';
import { EnvironmentsService } from '../../environments/environments.service.ts';
import { DraftsService } from '../../procedures/drafts.service.ts';
import { ProceduresService } from '../../procedures/procedures.service.ts';
import { PublishService } from '../../procedures/publish/publish.service.ts';
import { DATABASE } from '../../tokens.ts';
import { DemoService, type DemoWorkspace } from '../demo.service.ts';
import { DEMO_CATEGORIES, DEMO_OBJECTS, DEMO_SCHEMA, DEMO_TEMPLATES, type DemoProcedure } from './demo-procedure.ts';
import { PLAYGROUND } from './playground.ts';
import { REPORTS } from './reports.ts';

interface Filling {
  readonly workspace: { readonly id: string; readonly environmentId: string; readonly role: 'owner' };
  readonly owner: User;
  readonly categoryIds: ReadonlyMap<string, string>;
}

@Injectable()
export class DemoContentService implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly demo: DemoService,
    private readonly environments: EnvironmentsService,
    private readonly procedures: ProceduresService,
    private readonly drafts: DraftsService,
    private readonly publishing: PublishService,
  ) {}

  onModuleInit(): void {
    this.demo.fillWith((workspace, owner) => this.fill(workspace, owner));
  }

  private async fill({ workspaceId, environmentId }: DemoWorkspace, owner: User): Promise<void> {
    if (environmentId === null) return;
    const workspace = { id: workspaceId, environmentId, role: 'owner' } as const;
    if (!(await this.prepareEnvironment(workspace))) return;
    const categoryIds = await this.arrange(workspaceId);
    for (const procedure of [...REPORTS, ...PLAYGROUND]) await this.add({ workspace, owner, categoryIds }, procedure);
  }

  /** False when it is not the sample database. */
  private async prepareEnvironment(workspace: Filling['workspace']): Promise<boolean> {
    const environment = await this.environments.current(workspace);
    return this.environments.use(environment, async (session) => {
      const [row] = await session.rows("SELECT OBJECT_ID(N'sales.OrderTotal'), OBJECT_ID(N'parts.Product')");
      if (row?.[0] == null || row[1] == null) return false;
      for (const batch of DEMO_OBJECTS) await session.rows(batch);
      return true;
    });
  }

  private async arrange(workspaceId: string): Promise<ReadonlyMap<string, string>> {
    await this.database.insert(templates).values(DEMO_TEMPLATES.map((template) => ({ ...template, workspaceId })));
    const rows = DEMO_CATEGORIES.map((category, position) => ({ ...category, workspaceId, position }));
    const added = await this.database.insert(categories).values(rows).returning();
    return new Map(added.map(({ id, name }) => [name, id]));
  }

  private async add({ workspace, owner, categoryIds }: Filling, { name, category, versions, draft }: DemoProcedure): Promise<void> {
    const [first, ...later] = [...versions, ...(draft === undefined ? [] : [draft])];
    const categoryId = categoryIds.get(category) ?? null;
    const created = await this.procedures.create(workspace, owner.id, { schema: DEMO_SCHEMA, name, categoryId, sqlText: first });
    if (versions.length > 0) await this.publishing.publish(workspace, owner.id, created.id, 1);
    for (const [index, text] of later.entries()) {
      const { draft: begun } = await this.drafts.begin(workspace, owner.id, created.id);
      const saved = await this.drafts.save(workspace, owner.id, created.id, { text, revision: begun?.revision ?? 0 });
      if (index + 1 < versions.length) await this.publishing.publish(workspace, owner.id, created.id, saved.revision);
    }
  }
}
