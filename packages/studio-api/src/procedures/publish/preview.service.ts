/** What publishing would do: the text that would be sent beside the one that runs, the findings, and who calls the procedure. */
import { Inject, Injectable } from '@nestjs/common';
import type { PublishPreview } from '@sprocket/studio-contract';
import { type ProcedureName, toCreateOrAlter } from '@sprocket/tsql';
import type { Database } from '../../database/database.ts';
import { type EnvironmentRow, EnvironmentsService } from '../../environments/environments.service.ts';
import type { WorkspaceContext } from '../../http/call.ts';
import { DATABASE } from '../../tokens.ts';
import { mustHaveDraft } from '../draft-writes.ts';
import { type LoadedProcedure, loadProcedure } from '../procedure-store.ts';
import { sameProcedure } from '../text/same-text.ts';
import { ValidationService } from '../validation.service.ts';
import { callersOf, liveText } from './live.ts';

@Injectable()
export class PreviewService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly environments: EnvironmentsService,
    private readonly validation: ValidationService,
  ) {}

  async preview(workspace: WorkspaceContext, id: string): Promise<PublishPreview> {
    const environment = await this.environments.current(workspace);
    const loaded = await loadProcedure(this.database, workspace.id, id);
    const draft = mustHaveDraft(loaded.draft);
    const { live, callers } = await this.ask(environment, loaded.procedure);
    const deployable = toCreateOrAlter(draft.text, loaded.procedure);
    const deployText = deployable.ok ? deployable.deployment.sql : draft.text;
    return {
      liveText: live,
      deployText,
      changedOutside: isChangedOutside(live, loaded),
      unchanged: deployText === loaded.published?.sqlText && live !== null && sameProcedure(live, deployText, loaded.procedure),
      validation: await this.validation.validateText(workspace.id, environment, loaded.procedure, draft.text),
      callers: [...callers],
      environment: {
        id: environment.id,
        name: environment.name,
        database: this.environments.databaseOf(environment),
        colour: environment.colour,
      },
    };
  }

  private ask(environment: EnvironmentRow, own: ProcedureName) {
    return this.environments.ask(environment, async (session) => ({
      live: await liveText(session, own),
      callers: await callersOf(session, own),
    }));
  }
}

function isChangedOutside(live: string | null, { published, procedure }: LoadedProcedure): boolean {
  if (live === null) return false;
  return published === undefined || !sameProcedure(live, published.sqlText, procedure);
}
