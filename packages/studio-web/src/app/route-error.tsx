/** What stands in the place of a route that failed or that does not exist: never a white page. */
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Compass, TriangleAlert } from 'lucide-react';
import { messageOf } from '../api/index.ts';
import { useTitle } from '../lib/title.ts';
import { Button, EmptyState, Loading } from '../ui/index.ts';

export function RouteError({ error, reset }: ErrorComponentProps) {
  useTitle('Something went wrong');
  const router = useRouter();
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <main role="alert" className="h-full">
      <EmptyState
        icon={TriangleAlert}
        title="This screen could not be shown"
        action={
          <>
            <Button variant="primary" onClick={() => void retry()}>
              Try again
            </Button>
            <Button asChild>
              <a href="/">Go to the start</a>
            </Button>
          </>
        }
      >
        {messageOf(error)}
      </EmptyState>
    </main>
  );
}

export function NotFound() {
  useTitle('Not found');
  return (
    <main className="h-full">
      <EmptyState
        icon={Compass}
        title="There is nothing at this address"
        action={
          <Button asChild>
            <Link to="/">Go to the start</Link>
          </Button>
        }
      >
        It may have been deleted, or it belongs to a workspace that you are not a member of.
      </EmptyState>
    </main>
  );
}

export const RoutePending = () => <Loading />;
