/** One value whole, as text: whatever stands in it, it is never markup. */
import type { Column } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { formatCount, formatPlural } from '../../../lib/format.ts';
import { Button, Dialog, ErrorState, Loading, toast, toastError } from '../../../ui/index.ts';

export interface ValueDialogProps {
  readonly column: Column | undefined;
  readonly row: number;
  readonly load: (signal: AbortSignal) => Promise<string | null>;
  readonly onClose: () => void;
}

export function ValueDialog({ column, row, load, onClose }: ValueDialogProps) {
  const value = useQuery({ queryKey: ['value', column, row], queryFn: ({ signal }) => load(signal), gcTime: 0, staleTime: 0 });
  const text = value.data;
  const copy = () =>
    navigator.clipboard.writeText(text ?? 'NULL').then(
      () => toast('Copied the value'),
      (error: unknown) => toastError('Could not copy', error),
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="lg"
      title={column?.name === '' ? '(no column name)' : column?.name}
      description={`${column?.type}, row ${formatCount(row + 1)}${text == null ? '' : `, ${formatPlural(text.length, 'character')}`}`}
      footer={
        <>
          <Button disabled={value.data === undefined} onClick={() => void copy()}>
            Copy
          </Button>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {value.isError ? (
        <ErrorState error={value.error} onRetry={() => void value.refetch()} />
      ) : text === undefined ? (
        <Loading />
      ) : text === null ? (
        <p className="text-muted italic">NULL</p>
      ) : (
        <pre className="max-h-[60vh] overflow-auto font-mono text-xs break-all whitespace-pre-wrap select-text">{pretty(text)}</pre>
      )}
    </Dialog>
  );
}

/** JSON is laid out; anything else is shown as it is. */
function pretty(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
