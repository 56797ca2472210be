/** The parts that need Monaco, loaded when they are first shown. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary, Loading } from '../../../ui/index.ts';
import type { CodeViewProps } from './code-view.tsx';
import type { DiffViewProps } from './diff-view.tsx';
import type { EditorAreaProps } from './editor-area.tsx';

const LazyEditorArea = lazy(() => import('./editor-area.tsx'));
const LazyDiffView = lazy(() => import('./diff-view.tsx'));
const LazyCodeView = lazy(() => import('./code-view.tsx'));

export const EditorArea = whenLoaded<EditorAreaProps>(LazyEditorArea);
export const DiffView = whenLoaded<DiffViewProps>(LazyDiffView);
export const CodeView = whenLoaded<CodeViewProps>(LazyCodeView);

function whenLoaded<Props extends object>(Part: ComponentType<Props>): (props: Props) => ReactNode {
  return function WhenLoaded(props) {
    return (
      <ErrorBoundary>
        <Suspense fallback={<Loading label="Loading the editor…" />}>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}
