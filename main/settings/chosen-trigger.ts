import type { StreamPack } from '../contract/stream-pack';
import type { LoadedPack } from './load-pack';
import type { Settings } from './settings';

/** What a person has chosen in place of what every pack says; null: nothing. */
export interface ChosenTrigger {
  readonly triggerIntervalMs: number | null;
  readonly maxOffsetsPerTrigger: number | null;
}

/** As the settings have it. */
export function readChosenTrigger(settings: Pick<Settings, 'number'>): ChosenTrigger {
  return {
    triggerIntervalMs: settings.number('streaming.triggerIntervalMs'),
    maxOffsetsPerTrigger: settings.number('streaming.maxOffsetsPerTrigger'),
  };
}

/** Packs whose queries run as it was chosen: whoever judges their batches by it knows. */
export function withTrigger(chosen: ChosenTrigger): (loaded: LoadedPack) => LoadedPack {
  return ({ pack, folder }) => {
    const { streaming } = pack;
    const changed: StreamPack['streaming'] = {
      ...streaming,
      triggerIntervalMs: chosen.triggerIntervalMs ?? streaming.triggerIntervalMs,
      maxOffsetsPerTrigger: chosen.maxOffsetsPerTrigger ?? streaming.maxOffsetsPerTrigger,
    };
    return { pack: { ...pack, streaming: changed }, folder };
  };
}
