/** Lint rules with the severity that they have in a workspace. A severity that equals the default is not stored: the default may change. */
import { Inject, Injectable } from '@nestjs/common';
import type { LintSetting, User } from '@sprocket/studio-contract';
import { type LintRule, lintRules } from '@sprocket/tsql';
import { and, eq } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries } from '../database/database.ts';
import { lintSettings } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { notFound } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';

type Severity = LintSetting['severity'];

@Injectable()
export class LintService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  /** In the order of the rules' table. */
  async list(workspaceId: string): Promise<LintSetting[]> {
    const chosen = await this.severities(workspaceId);
    return lintRules.map((rule) => present(rule, chosen[rule.id]));
  }

  /** The severities that differ from the default, by rule, as `lint` of the language takes them. */
  async severities(workspaceId: string): Promise<Readonly<Record<string, Severity>>> {
    const rows = await this.database.select().from(lintSettings).where(eq(lintSettings.workspaceId, workspaceId));
    return Object.fromEntries(rows.map(({ ruleId, severity }) => [ruleId, severity]));
  }

  async set(workspace: WorkspaceContext, actor: User, ruleId: string, severity: Severity): Promise<LintSetting> {
    const rule = lintRules.find(({ id }) => id === ruleId);
    if (rule === undefined) throw notFound('There is no such lint rule.');
    await this.database.transaction(async (tx) => {
      await store(tx, workspace.id, rule, severity);
      const entry = { workspaceId: workspace.id, actorId: actor.id, kind: 'lint-changed', subject: rule.title, detail: severity } as const;
      await this.activity.record(tx, entry);
    });
    return present(rule, severity);
  }
}

async function store(tx: Queries, workspaceId: string, rule: LintRule, severity: Severity): Promise<void> {
  const key = and(eq(lintSettings.workspaceId, workspaceId), eq(lintSettings.ruleId, rule.id));
  await tx.delete(lintSettings).where(key);
  if (severity !== rule.severity) await tx.insert(lintSettings).values({ workspaceId, ruleId: rule.id, severity });
}

function present({ id, title, why, severity }: LintRule, chosen: Severity | undefined): LintSetting {
  return { ruleId: id, title, why, severity: chosen ?? severity, defaultSeverity: severity };
}
