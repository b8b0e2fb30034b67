import { readChosenStreaming, withStreaming } from './chosen-streaming';
import { readChosenTopic, withTopic } from './chosen-topic';
import { loadPack, loadPacks, type ChosenParameters, type LoadedPack } from './load-pack';
import { packOf } from './pack-setting';
import type { Settings } from './settings';

/** A pack with its topic and its streaming as the settings have them. */
export function withChosen(settings: Settings): (loaded: LoadedPack) => LoadedPack {
  const streaming = withStreaming(readChosenStreaming(settings));
  const topic = withTopic(readChosenTopic(settings));
  return (loaded) => topic(streaming(loaded));
}

/** One pack as the settings have it; fails like `loadPack`. */
export const loadChosenPack = (
  resourcesFolder: string,
  settings: Settings,
  name: string,
): LoadedPack =>
  withChosen(settings)(loadPack(resourcesFolder, name, settings.numbersOf('analytics')));

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
  const chosen: ChosenParameters = settings.numbersOf('analytics');
  return loadPacks(resourcesFolder, names, chosen).map(withChosen(settings));
}
