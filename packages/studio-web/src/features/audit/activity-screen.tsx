/** Who changed what in the workspace. */
import { type Activity, ActivityKind } from '@sprocket/studio-contract';
import { getRouteApi } from '@tanstack/react-router';
import { Activity as ActivityIcon } from 'lucide-react';
import { formatDateTime, formatExactTime } from '../../lib/format.ts';
import { RequireRole, useWorkspace } from '../../session/workspace.tsx';
import { Screen } from '../../shell/screen.tsx';
import { BodyCell, HeadCell, Row, Table } from '../../ui/index.ts';
import { activityNames } from './activity-names.ts';
import { ChoiceField, Filters } from './filters.tsx';
import { PagedList } from './paged-list.tsx';
import { useActivity } from './pages.ts';
import { ProcedureLink } from './procedure-link.tsx';

const route = getRouteApi('/app/c/$slug/activity');

export function ActivityScreen() {
  return (
    <RequireRole needs="author">
      <Changes />
    </RequireRole>
  );
}

function Changes() {
  const { slug } = useWorkspace();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const pages = useActivity(slug, search);
  const change = (changed: Partial<typeof search>) => void navigate({ search: { ...search, ...changed }, replace: true });
  return (
    <Screen
      title="Activity"
      description="Who changed what, newest first."
      layout="flush"
      toolbar={
        <Filters search={search} onChange={change} onClear={() => void navigate({ search: {}, replace: true })}>
          <ChoiceField
            label="Kind"
            all="Everything"
            value={search.kind}
            onChange={(kind) => change({ kind })}
            options={ActivityKind.options.map((kind) => ({ value: kind, label: activityNames[kind] }))}
          />
        </Filters>
      }
    >
      <PagedList pages={pages} icon={ActivityIcon} empty="Nothing has happened yet">
        {(items) => <ActivityTable items={items} />}
      </PagedList>
    </Screen>
  );
}

const ActivityTable = ({ items }: { readonly items: readonly Activity[] }) => (
  <Table aria-label="Activity">
    <thead>
      <tr>
        <HeadCell>Time</HeadCell>
        <HeadCell>Person</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell>Subject</HeadCell>
        <HeadCell>Detail</HeadCell>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <Row key={item.id}>
          <BodyCell className="whitespace-nowrap text-muted">
            <time dateTime={item.at} title={formatExactTime(item.at)}>
              {formatDateTime(item.at)}
            </time>
          </BodyCell>
          <BodyCell className="whitespace-nowrap">{item.actor.name}</BodyCell>
          <BodyCell className="whitespace-nowrap">{activityNames[item.kind]}</BodyCell>
          <BodyCell className="font-medium">
            <ProcedureLink id={item.procedureId} name={item.subject} />
          </BodyCell>
          <BodyCell className="text-muted">{item.detail}</BodyCell>
        </Row>
      ))}
    </tbody>
  </Table>
);
