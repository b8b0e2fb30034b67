import { Component } from 'react';
import type { ReactNode } from 'react';
import type { Failure } from '../../../main/contract/failure';
import { failureOf } from '../api/client-failure';
import { FailureNotice } from './failure-notice';
import { Panel } from './panel';

interface PlaceBoundaryProps {
  /** The name of the place. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A place that cannot be drawn says so and can be tried again; the bars and other places stay. */
export class PlaceBoundary extends Component<PlaceBoundaryProps, { failure: Failure | null }> {
  override state = { failure: null as Failure | null };

  static getDerivedStateFromError(thrown: unknown): { failure: Failure } {
    return { failure: failureOf(thrown) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <main className="page">
        <Panel title={this.props.title} className="settings-nothing">
          <FailureNotice failure={failure} onRetry={() => this.setState({ failure: null })} />
        </Panel>
      </main>
    );
  }
}
