/** Who executed what, when, with which parameters and how it ended. */
import { type ExecutionAudit, ExecutionStatus } from '@sprocket/studio-contract';
import { getRouteApi } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { formatCount, formatDateTime, formatDuration, formatExactTime } from '../../lib/format.ts';
import { RequireRole, useWorkspace } from '../../session/workspace.tsx';
import { Screen } from '../../shell/screen.tsx';
import { Badge, BodyCell, HeadCell, Row, Table, type Tone } from '../../ui/index.ts';
import { ChoiceField, Filters } from './filters.tsx';
import { PagedList } from './paged-list.tsx';
import { useAudit } from './pages.ts';
import { parameterText } from './parameter-text.ts';
import { ProcedureLink } from './procedure-link.tsx';

const STATUSES: Readonly<Record<ExecutionStatus, { readonly label: string; readonly tone: Tone }>> = {
  running: { label: 'Running', tone: 'accent' },
  succeeded: { label: 'Succeeded', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
  'timed-out': { label: 'Timed out', tone: 'warning' },
};

const route = getRouteApi('/app/c/$slug/audit');

export function AuditScreen() {
  return (
    <RequireRole needs="author">
      <Executions />
    </RequireRole>
  );
}

function Executions() {
  const { slug } = useWorkspace();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const pages = useAudit(slug, search);
  const change = (changed: Partial<typeof search>) => void navigate({ search: { ...search, ...changed }, replace: true });
  return (
    <Screen
      title="Audit"
      description="Executions, newest first. Values of parameters whose names look secret are masked."
      layout="flush"
      toolbar={
        <Filters search={search} onChange={change} onClear={() => void navigate({ search: {}, replace: true })}>
          <ChoiceField
            label="Status"
            all="Any"
            value={search.status}
            onChange={(status) => change({ status })}
            options={ExecutionStatus.options.map((status) => ({ value: status, label: STATUSES[status].label }))}
          />
        </Filters>
      }
    >
      <PagedList pages={pages} icon={ScrollText} empty="No executions to show">
        {(items) => <ExecutionTable items={items} />}
      </PagedList>
    </Screen>
  );
}

const ExecutionTable = ({ items }: { readonly items: readonly ExecutionAudit[] }) => (
  <Table aria-label="Executions">
    <thead>
      <tr>
        <HeadCell>Time</HeadCell>
        <HeadCell>Procedure</HeadCell>
        <HeadCell>Person</HeadCell>
        <HeadCell>Environment</HeadCell>
        <HeadCell>Status</HeadCell>
        <HeadCell className="text-right">Duration</HeadCell>
        <HeadCell className="text-right">Rows</HeadCell>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <Row key={item.id}>
          <BodyCell className="whitespace-nowrap text-muted">
            <time dateTime={item.startedAt} title={formatExactTime(item.startedAt)}>
              {formatDateTime(item.startedAt)}
            </time>
          </BodyCell>
          <BodyCell className="max-w-md">
            <span className="font-medium">
              <ProcedureLink id={item.procedureId} name={item.procedure} /> <span className="font-normal text-muted">v{item.version}</span>
            </span>
            <span className="block truncate font-mono text-xs text-muted" title={parameterText(item.parameters)}>
              {parameterText(item.parameters)}
            </span>
          </BodyCell>
          <BodyCell className="whitespace-nowrap">{item.actor.name}</BodyCell>
          <BodyCell className="whitespace-nowrap text-muted">{item.environment}</BodyCell>
          <BodyCell>
            <Badge tone={STATUSES[item.status].tone}>
              {STATUSES[item.status].label}
              {item.errorNumber !== null && ` ${item.errorNumber}`}
            </Badge>
          </BodyCell>
          <BodyCell className="text-right whitespace-nowrap tabular-nums">
            {item.milliseconds === null ? '' : formatDuration(item.milliseconds)}
          </BodyCell>
          <BodyCell className="text-right tabular-nums">{formatCount(item.rowCount)}</BodyCell>
        </Row>
      ))}
    </tbody>
  </Table>
);
