import type { PipelineState, PipelineStatus } from '../../../../main/contract/pipeline';
import type { IconName } from '../../components/icon';
import type { Tone } from '../../components/badge';
import { formatClock, formatElapsed } from '../../format/time';
import { failureText } from '../../languages/failure-text';
import { t } from '../../languages/language';
import { reasonText } from '../../languages/proof-text';

/** How a state looks: ux.md section 2. `command` is what the button does, null while disabled. */
export interface StateAppearance {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly spins: boolean;
  readonly command: 'start' | 'stop' | null;
}

export const stateAppearance: Record<PipelineState, StateAppearance> = {
  stopped: { tone: 'neutral', icon: 'square', spins: false, command: 'start' },
  checking: { tone: 'blue', icon: 'magnifier', spins: false, command: 'stop' },
  starting: { tone: 'blue', icon: 'arc', spins: true, command: 'stop' },
  running: { tone: 'green', icon: 'disc', spins: false, command: 'stop' },
  degraded: { tone: 'amber', icon: 'triangle', spins: false, command: 'stop' },
  stopping: { tone: 'blue', icon: 'arc', spins: true, command: null },
  failed: { tone: 'red', icon: 'octagon', spins: false, command: 'start' },
};

/** After this a stop is forced (ux.md section 2). */
const stopLimitMs = 15_000;

/** What stands beside the button: a state word with its time, then what is under way. */
export interface StateText {
  readonly headline: string;
  readonly detail: string | null;
}

/** The words beside the button, for every state. */
export function describeState(pipeline: PipelineStatus, nowMs: number): StateText {
  const { state, sinceMs, step } = pipeline;
  const word = t(`state.${state}`);
  const elapsed = formatElapsed(nowMs - sinceMs);
  switch (state) {
    case 'stopped':
      return {
        headline: t('stateDetail.since', { word, time: formatClock(sinceMs, nowMs) }),
        detail: null,
      };
    case 'running':
      return { headline: t('stateDetail.running', { word, elapsed }), detail: null };
    case 'degraded':
      return {
        headline: t('stateDetail.running', { word, elapsed }),
        detail: reasonText(pipeline),
      };
    case 'failed':
      return {
        headline: t('stateDetail.since', { word, time: formatClock(sinceMs, nowMs) }),
        detail: pipeline.failure && failureText(pipeline.failure).title,
      };
    case 'checking':
    case 'starting':
      return step
        ? {
            headline: t('stateDetail.step', {
              word,
              number: step.number,
              count: step.count,
              elapsed,
            }),
            detail: t(`step.${step.name}`),
          }
        : { headline: t('stateDetail.elapsed', { word, elapsed }), detail: null };
    case 'stopping': {
      const left = t('stateDetail.timeLeft', {
        left: formatElapsed(Math.max(0, sinceMs + stopLimitMs - nowMs)),
      });
      const detail = step ? `${t(`step.${step.name}`)} · ${left}` : left;
      return {
        headline: step
          ? t('stateDetail.step', { word, number: step.number, count: step.count, elapsed })
          : t('stateDetail.elapsed', { word, elapsed }),
        detail,
      };
    }
  }
}
