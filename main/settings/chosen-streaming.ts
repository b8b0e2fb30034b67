import type { z } from 'zod';
import { streamPack, type StreamPack } from '../contract/stream-pack';
import type { LoadedPack } from './load-pack';
import type { Settings } from './settings';

/** Where a query without a checkpoint can begin. */
export const startingOffsets = streamPack.shape.streaming.shape.startingOffsets;

/** What a person has chosen in place of what every pack says; null: nothing. */
export interface ChosenStreaming {
  readonly triggerIntervalMs: number | null;
  readonly maxOffsetsPerTrigger: number | null;
  readonly startingOffsets: z.infer<typeof startingOffsets> | null;
  readonly watermarkDelayMs: number | null;
}

/** Of whoever has chosen nothing. */
export const usualStreaming: ChosenStreaming = {
  triggerIntervalMs: null,
  maxOffsetsPerTrigger: null,
  startingOffsets: null,
  watermarkDelayMs: null,
};

/** As the settings have it. */
export function readChosenStreaming(settings: Pick<Settings, 'number' | 'text'>): ChosenStreaming {
  return {
    triggerIntervalMs: settings.number('streaming.triggerIntervalMs'),
    maxOffsetsPerTrigger: settings.number('streaming.maxOffsetsPerTrigger'),
    startingOffsets: startingOffsets.nullable().parse(settings.text('streaming.startingOffsets')),
    watermarkDelayMs: settings.number('streaming.watermarkDelayMs'),
  };
}

/** Packs whose queries run as it was chosen: whoever judges their batches and rows by it knows. */
export function withStreaming(chosen: ChosenStreaming): (loaded: LoadedPack) => LoadedPack {
  return ({ pack, folder }) => {
    const { streaming } = pack;
    const changed: StreamPack['streaming'] = {
      triggerIntervalMs: chosen.triggerIntervalMs ?? streaming.triggerIntervalMs,
      maxOffsetsPerTrigger: chosen.maxOffsetsPerTrigger ?? streaming.maxOffsetsPerTrigger,
      startingOffsets: chosen.startingOffsets ?? streaming.startingOffsets,
      watermarkDelayMs: chosen.watermarkDelayMs ?? streaming.watermarkDelayMs,
    };
    const aggregates = pack.aggregates.map((aggregate) => {
      const { window } = aggregate;
      // A table without a delay has no late rows, whatever is chosen.
      if (window?.watermarkDelayMs === undefined) return aggregate;
      const watermarkDelayMs = chosen.watermarkDelayMs ?? window.watermarkDelayMs;
      return { ...aggregate, window: { ...window, watermarkDelayMs } };
    });
    return { pack: { ...pack, streaming: changed, aggregates }, folder };
  };
}
