import type { SettingDefinition } from '../contract/settings';
import type { StreamPack } from '../contract/stream-pack';
import { define } from './define-setting';
import type { LoadedPack } from './load-pack';
import type { Settings } from './settings';

const hourMs = 3_600_000;

/** What a person has chosen in place of what every pack says of its topic; null: nothing. */
export interface ChosenTopic {
  /** For a topic that is not there yet; one that is keeps its own. */
  readonly partitions: number | null;
  readonly retentionMs: number | null;
  /** The topic of a pack by its name. */
  readonly nameOf: (pack: string) => string | null;
}

/** The setting that names the topic of a pack. */
export const topicSettingName = (pack: string): string => `packs.${pack}.topic`;

/** `packs.<pack>.topic`: what the topic of each pack is called. */
export const topicSettings = (packs: readonly StreamPack[]): SettingDefinition[] =>
  packs.map(({ pack, topic }) =>
    define(
      topicSettingName(pack),
      [
        `Topic of the pack ${pack}; another one can be chosen while the data folder holds nothing of it`,
        `Topic du pack ${pack} ; il peut changer tant que le dossier de données n’en contient rien`,
      ],
      // Names that begin otherwise are the broker's own.
      { type: 'text', pattern: '[A-Za-z0-9][A-Za-z0-9._-]{0,199}' },
      topic.name,
    ),
  );

/** As the settings have it. */
export function readChosenTopic(settings: Pick<Settings, 'number' | 'text'>): ChosenTopic {
  const hours = settings.number('kafka.retentionHours');
  return {
    partitions: settings.number('kafka.partitions'),
    retentionMs: hours === null ? null : hours * hourMs,
    nameOf: (pack) => settings.text(topicSettingName(pack)),
  };
}

/** Packs whose topics are made, kept and judged as it was chosen. */
export function withTopic(chosen: ChosenTopic): (loaded: LoadedPack) => LoadedPack {
  return ({ pack, folder }) => {
    const { topic } = pack;
    const changed: StreamPack['topic'] = {
      ...topic,
      name: chosen.nameOf(pack.pack) ?? topic.name,
      partitions: chosen.partitions ?? topic.partitions,
      retentionMs: chosen.retentionMs ?? topic.retentionMs,
    };
    return { pack: { ...pack, topic: changed }, folder };
  };
}
