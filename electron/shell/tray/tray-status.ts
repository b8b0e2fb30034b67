import type { Overview } from '../../../main/contract/api';
import type { PipelineState } from '../../../main/contract/pipeline';

/** The four shapes of the tray icon (ux.md section 6). */
export type TrayShape = 'stopped' | 'starting' | 'running' | 'attention';

/** What the tray shows at one moment; lag figures are null while nothing was measured. */
export interface TrayStatus {
  readonly shape: TrayShape;
  readonly state: PipelineState;
  readonly lagRecords: number | null;
  readonly lagSeconds: number | null;
  /** What the one control does next. */
  readonly action: 'start' | 'cancel' | 'stop' | null;
  readonly producer: Overview['producer']['state'];
}

const shapes: Record<PipelineState, TrayShape> = {
  stopped: 'stopped',
  checking: 'starting',
  starting: 'starting',
  running: 'running',
  degraded: 'attention',
  stopping: 'starting',
  failed: 'attention',
};

const actions: Record<PipelineState, TrayStatus['action']> = {
  stopped: 'start',
  checking: 'cancel',
  starting: 'cancel',
  running: 'stop',
  degraded: 'stop',
  stopping: null,
  failed: 'start',
};

/** The tray of an overview; an alert that goes on asks for attention even while all parts run. */
export function trayStatus(
  { pipeline: { state }, lag, producer }: Pick<Overview, 'pipeline' | 'lag' | 'producer'>,
  activeAlerts: number,
): TrayStatus {
  const shape = shapes[state];
  return {
    shape: shape === 'running' && activeAlerts > 0 ? 'attention' : shape,
    state,
    lagRecords: lag?.lag ?? null,
    lagSeconds: lag?.lagSeconds ?? null,
    action: actions[state],
    producer: producer.state,
  };
}
