import { readChosenTopic, withTopic } from './chosen-topic';
import { readChosenTrigger, withTrigger } from './chosen-trigger';
import { loadPacks, type LoadedPack } from './load-pack';
import { packOf } from './pack-setting';
import type { Settings } from './settings';

/**
 * The pack that the settings name and those beside it, each as the settings have it. Fails like
 * `loadPacks`.
 */
export function loadChosenPacks(
  resourcesFolder: string,
  settings: Settings,
  alongside: readonly string[] = [],
): LoadedPack[] {
  const names = [packOf(settings), ...alongside];
  return loadPacks(resourcesFolder, names, settings.numbersOf('analytics'))
    .map(withTrigger(readChosenTrigger(settings)))
    .map(withTopic(readChosenTopic(settings)));
}
