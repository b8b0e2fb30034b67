import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invalidSetting, sayReason } from '../contract/reason-sentences';
import type { StreamPack } from '../contract/stream-pack';
import { deadLetterTopic } from '../kafka/topics';
import { topicSettingName } from '../settings/chosen-topic';
import { inDataFolder, makeFolder } from '../settings/data-folder';
import { loadPack } from '../settings/load-pack';
import type { DataPaths } from '../settings/paths';

/**
 * Notes the topic of each pack beside the producer's record, and holds later starts to it: tables,
 * offsets and that record are of one topic, and records of another would be taken for known ones.
 * Fails with `SETTING_INVALID` for another topic than that of before, and for one that a second pack
 * or the dead-letter queue has too.
 */
export async function keepToTopics(
  resourcesFolder: string,
  paths: DataPaths,
  packs: readonly StreamPack[],
): Promise<void> {
  const owners = new Map([[deadLetterTopic, deadLetterTopic]]);
  for (const { pack, topic } of packs) {
    const owner = owners.get(topic.name);
    if (owner !== undefined) throw invalidTopic(pack, sayReason('topicTaken', { owner }));
    owners.set(topic.name, pack);
  }
  for (const pack of packs) await keepToTopic(resourcesFolder, paths, pack);
}

/** The topics that are called otherwise than the packs themselves say: the job is told of them. */
export const renamedTopics = (
  resourcesFolder: string,
  packs: readonly StreamPack[],
): (readonly [pack: string, topic: string])[] =>
  packs
    .filter(({ pack, topic }) => topic.name !== ownTopic(resourcesFolder, pack))
    .map(({ pack, topic }) => [pack, topic.name]);

const ownTopic = (resourcesFolder: string, pack: string): string =>
  loadPack(resourcesFolder, pack).pack.topic.name;

async function keepToTopic(
  resourcesFolder: string,
  paths: DataPaths,
  { pack, topic }: StreamPack,
): Promise<void> {
  const folder = paths.producerRecord(pack);
  const note = join(folder, 'topic');
  const noted = existsSync(note) ? await readFile(note, 'utf8') : null;
  // Elder releases noted nothing: they knew the pack's own topic alone.
  const hasBegun = existsSync(paths.checkpoint(pack)) || existsSync(folder);
  const before = noted ?? (hasBegun ? ownTopic(resourcesFolder, pack) : null);
  if (before !== null && before !== topic.name)
    throw invalidTopic(pack, sayReason('topicInUse', { pack, topic: before }));
  if (noted !== null) return;
  await inDataFolder(folder, async () => {
    await makeFolder(folder);
    await writeFile(note, topic.name, { mode: 0o600 });
  });
}

const invalidTopic = (pack: string, reason: ReturnType<typeof sayReason>) =>
  invalidSetting(topicSettingName(pack), reason);
