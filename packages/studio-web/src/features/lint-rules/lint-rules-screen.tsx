/** How loudly each lint rule speaks up in this workspace. */
import { type LintSetting, lintSeverities, operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { call, keyBelow, queryOf } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { Load } from '../../shell/load.tsx';
import { Screen } from '../../shell/screen.tsx';
import { BodyCell, HeadCell, Row, Select, Table, Tooltip } from '../../ui/index.ts';
import { SEVERITY_NAMES } from './severity-names.ts';

export function LintRulesScreen() {
  const { slug } = useWorkspace();
  const rules = useQuery(queryOf(operations.lintSettings, { path: { workspace: slug } }));
  return (
    <Screen
      title="Lint rules"
      description="Best practices that validation looks for. A rule that is an error holds publishing back."
      layout="flush"
    >
      <Load query={rules}>{(list) => <RuleTable rules={list} />}</Load>
    </Screen>
  );
}

function RuleTable({ rules }: { readonly rules: readonly LintSetting[] }) {
  return (
    <Table aria-label="Lint rules">
      <thead>
        <tr>
          <HeadCell>Rule</HeadCell>
          <HeadCell>Why</HeadCell>
          <HeadCell className="w-36">Severity</HeadCell>
          <HeadCell className="w-28">Default</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <Row key={rule.ruleId}>
            <BodyCell>
              <span className="block font-medium">{rule.title}</span>
              <span className="block font-mono text-xs text-muted">{rule.ruleId}</span>
            </BodyCell>
            <BodyCell className="max-w-lg text-muted">{rule.why}</BodyCell>
            <BodyCell>
              <SeveritySelect rule={rule} />
            </BodyCell>
            <BodyCell className="text-muted">{SEVERITY_NAMES[rule.defaultSeverity]}</BodyCell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function SeveritySelect({ rule }: { readonly rule: LintSetting }) {
  const { slug } = useWorkspace();
  const lacking = useLacking('admin');
  const change = useChange({
    change: (severity: LintSetting['severity']) =>
      call(operations.setLintSeverity, { path: { workspace: slug, rule: rule.ruleId }, body: { severity } }),
    stale: [keyBelow('workspaces', slug, 'lint-rules')],
    failure: 'The severity was not changed',
  });
  if (lacking !== undefined) {
    return (
      <Tooltip content={lacking}>
        <span>{SEVERITY_NAMES[rule.severity]}</span>
      </Tooltip>
    );
  }
  return (
    <Select
      compact
      aria-label={`Severity of ${rule.title}`}
      value={change.isPending ? change.variables : rule.severity}
      onChange={(event) => change.mutate(event.currentTarget.value as LintSetting['severity'])}
    >
      {lintSeverities.map((severity) => (
        <option key={severity} value={severity}>
          {SEVERITY_NAMES[severity]}
        </option>
      ))}
    </Select>
  );
}
