import type { PipelinePart } from '../../../../main/contract/pipeline';
import type { LogSource } from '../../../../main/contract/logs';
import type { ComponentHealth } from '../../../../main/contract/service';

type Component = ComponentHealth['component'];

/** Where a card's actions lead: the restart of its process, its log lines, its place. */
interface PartPlaces {
  /** Null: there is nothing of its own that could be restarted. */
  readonly restarts: PipelinePart | null;
  readonly logSource: LogSource;
  readonly details: string;
}

/** `topicPath` is the address of the stream's topic. */
export function partPlaces(component: Component, topicPath: string): PartPlaces {
  switch (component) {
    case 'broker':
      return { restarts: 'broker', logSource: 'broker', details: '/kafka' };
    case 'topics':
      return { restarts: null, logSource: 'broker', details: topicPath };
    case 'producer':
      return { restarts: 'producer', logSource: 'producer', details: '/settings/producer' };
    case 'streamingJob':
      return { restarts: 'streamingJob', logSource: 'streamingJob', details: '/diagnostics' };
    case 'query':
      return { restarts: null, logSource: 'query', details: '/pipeline?show=batches' };
    case 'tables':
      return { restarts: null, logSource: 'app', details: '/data' };
  }
}
