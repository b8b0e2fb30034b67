import type { StreamPack } from '../contract/stream-pack';
import type { LoadedPack } from './load-pack';
import type { Settings } from './settings';

const hourMs = 3_600_000;

/** What a person has chosen in place of what every pack says of its topic; null: nothing. */
export interface ChosenTopic {
  /** For a topic that is not there yet; one that is keeps its own. */
  readonly partitions: number | null;
  readonly retentionMs: number | null;
}

/** As the settings have it. */
export function readChosenTopic(settings: Pick<Settings, 'number'>): ChosenTopic {
  const hours = settings.number('kafka.retentionHours');
  return {
    partitions: settings.number('kafka.partitions'),
    retentionMs: hours === null ? null : hours * hourMs,
  };
}

/** Packs whose topics are made, kept and judged as it was chosen. */
export function withTopic(chosen: ChosenTopic): (loaded: LoadedPack) => LoadedPack {
  return ({ pack, folder }) => {
    const { topic } = pack;
    const changed: StreamPack['topic'] = {
      ...topic,
      partitions: chosen.partitions ?? topic.partitions,
      retentionMs: chosen.retentionMs ?? topic.retentionMs,
    };
    return { pack: { ...pack, topic: changed }, folder };
  };
}
