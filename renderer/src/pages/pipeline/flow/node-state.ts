import type { ComponentHealth, ServiceStatus } from '../../../../../main/contract/service';
import type { PipelineStatus } from '../../../../../main/contract/pipeline';
import type { ProducerStatus } from '../../../../../main/contract/kafka';
import type { Tone } from '../../../components/badge';
import type { IconName } from '../../../components/icon';
import { t } from '../../../languages/language';
import { healthAppearance } from '../part-appearance';

/** How a station of the way stands: colour, shape and word together. */
export interface NodeState {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly spins: boolean;
  readonly word: string;
}

const stopped = (): NodeState => ({
  tone: 'neutral',
  icon: 'square',
  spins: false,
  word: t('flow.words.stopped'),
});

const order: readonly ComponentHealth['health'][] = ['degraded', 'warning', 'unknown', 'healthy'];

/** Of the parts behind a station the worst counts. */
function healthState(parts: readonly ComponentHealth[]): NodeState {
  const worst = order.find((health) => parts.some((part) => part.health === health)) ?? 'unknown';
  return { ...healthAppearance[worst], spins: false, word: t(`parts.health.${worst}`) };
}

/** A station behind which a process stands: its own state goes before what it was asked. */
export function serviceNode(
  service: ServiceStatus,
  components: readonly ComponentHealth[],
): NodeState {
  switch (service.state) {
    case 'stopped':
      return stopped();
    case 'starting':
      return { tone: 'blue', icon: 'arc', spins: true, word: t('parts.starting') };
    case 'stopping':
      return { tone: 'blue', icon: 'arc', spins: true, word: t('parts.stopping') };
    case 'backingOff':
      return { tone: 'amber', icon: 'triangle', spins: false, word: t('flow.words.restarting') };
    case 'failed':
      return { tone: 'red', icon: 'octagon', spins: false, word: t('parts.failed') };
    case 'running':
      return healthState(components);
  }
}

/** The producer, which may be held on purpose. */
export function producerNode(
  producer: ProducerStatus,
  components: readonly ComponentHealth[],
): NodeState {
  if (producer.state === 'stopped') return stopped();
  if (producer.state === 'paused')
    return { tone: 'neutral', icon: 'pause', spins: false, word: t('flow.words.paused') };
  return healthState(components);
}

/** A layer of tables: what is written there while the pipeline runs, else it rests. */
export function layerNode(
  hasTable: boolean,
  pipeline: PipelineStatus,
  components: readonly ComponentHealth[],
): NodeState {
  const isRunning = pipeline.services.streamingJob.state === 'running';
  if (!isRunning) return stopped();
  return hasTable
    ? healthState(components)
    : { tone: 'neutral', icon: 'question', spins: false, word: t('flow.words.notYet') };
}
