/** Keeps a mistake of ours inside one widget: its neighbours stay usable, and the person sees what happened and a way to go on. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from './empty-state.tsx';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Another value begins again, e.g. the id of what is shown. */
  readonly resetKey?: unknown;
}

interface State {
  readonly error: unknown;
  readonly failed: boolean;
  readonly resetKey: unknown;
}

/** React offers error boundaries as classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: undefined, failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: undefined, failed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: undefined, failed: false })} />;
  }
}
