import type { PipelineStatus } from '../../../../main/contract/pipeline';
import type { ComponentHealth, ServiceStatus } from '../../../../main/contract/service';
import type { Tone } from '../../components/badge';
import type { IconName } from '../../components/icon';
import { formatElapsed } from '../../format/time';
import { t } from '../../languages/language';

/** Icon and colour of a part's health; the word stands in the messages. */
export const healthAppearance: Record<
  ComponentHealth['health'],
  { readonly tone: Tone; readonly icon: IconName }
> = {
  healthy: { tone: 'green', icon: 'check' },
  warning: { tone: 'amber', icon: 'caution' },
  degraded: { tone: 'amber', icon: 'triangle' },
  unknown: { tone: 'neutral', icon: 'question' },
};

/** The child process behind a part, null for parts that have none. */
export function serviceOf(
  component: ComponentHealth['component'],
  pipeline: PipelineStatus,
): ServiceStatus | null {
  if (component === 'broker') return pipeline.services.broker;
  return component === 'streamingJob' ? pipeline.services.streamingJob : null;
}

/** Where the process stands, in words; null when there is nothing to say beyond the proof. */
export function describeService(service: ServiceStatus, nowMs: number): string | null {
  switch (service.state) {
    case 'stopped':
      return null;
    case 'starting':
      return service.attempt > 1
        ? t('parts.startingAgain', { attempt: service.attempt })
        : t('parts.starting');
    case 'running':
      return t('parts.up', { elapsed: formatElapsed(nowMs - service.sinceMs), pid: service.pid });
    case 'backingOff':
      return t('parts.backingOff', {
        attempt: service.attempt,
        left: formatElapsed(service.untilMs - nowMs),
      });
    case 'stopping':
      return t('parts.stopping');
    case 'failed':
      return t('parts.failed');
  }
}
