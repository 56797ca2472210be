/** What came of a test connection: the server's version and how long it took, or why not and what to look at. */
import type { EnvironmentCheck } from '@sprocket/studio-contract';
import { messageOf } from '../../api/index.ts';
import { formatDuration } from '../../lib/format.ts';
import { Notice } from '../../ui/index.ts';

const ADVICE: Readonly<Record<string, string>> = {
  unreachable: 'Nothing answers at this host and port. Look at both, and at firewalls in between.',
  'login-failed': 'The server answers, but refuses the login or its password.',
  'unknown-database': 'The login works, but there is no such database, or the login may not open it.',
  'tls-refused': 'No encrypted connection came about. A server with a self-signed certificate needs "Trust any certificate".',
  timeout: 'The server did not answer in time.',
};

export interface CheckResultProps {
  readonly test: { readonly data: EnvironmentCheck | undefined; readonly error: Error | null; readonly isPending: boolean };
}

export function CheckResult({ test }: CheckResultProps) {
  if (test.isPending) return null;
  if (test.error !== null)
    return (
      <Notice tone="danger" className="mt-2">
        {messageOf(test.error)}
      </Notice>
    );
  if (test.data === undefined) return null;
  return test.data.ok ? <Answered check={test.data} /> : <Refused check={test.data} />;
}

const Answered = ({ check }: { readonly check: EnvironmentCheck }) => (
  <Notice tone="success" className="mt-2">
    Connected in {formatDuration(check.milliseconds)}.
    {check.serverVersion !== null && <span className="block text-xs text-muted">{check.serverVersion}</span>}
  </Notice>
);

const Refused = ({ check }: { readonly check: EnvironmentCheck }) => (
  <Notice tone="danger" className="mt-2">
    {ADVICE[check.reason ?? ''] ?? 'The connection failed.'}
    {check.message !== null && <span className="block text-xs break-words text-muted">{check.message}</span>}
  </Notice>
);
