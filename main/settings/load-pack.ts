import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import { fillParameters, packParameters } from '../contract/pack-parameters';
import { streamPack, type StreamPack } from '../contract/stream-pack';

export interface LoadedPack {
  readonly pack: StreamPack;
  readonly folder: string;
}

/** Numbers for parameters of packs, by name; others have the pack's own. */
export type ChosenParameters = Readonly<Record<string, number>>;

/**
 * Reads `<resources>/streams/<name>/stream.json` with the numbers chosen for its parameters. Fails
 * with `PACK_UNKNOWN`, or with `PACK_INVALID`, which names the file and the field.
 */
export function loadPack(
  resourcesFolder: string,
  name: string,
  chosen: ChosenParameters = {},
): LoadedPack {
  const streams = join(resourcesFolder, 'streams');
  const folder = join(streams, name);
  const file = join(folder, 'stream.json');
  if (!/^[a-z_][a-z0-9_]*$/.test(name) || !existsSync(file)) {
    const known = readdirSync(streams).join(', ');
    throw failed('PACK_UNKNOWN', { pack: name, known });
  }
  let json: unknown;
  try {
    json = readFilled(readFileSync(file, 'utf8'), chosen);
  } catch (error) {
    throw failed('PACK_INVALID', { file, reason: (error as Error).message });
  }
  const parsed = streamPack.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw failed('PACK_INVALID', { file, reason: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  return { pack: parsed.data, folder };
}

/** The JSON of a pack with its parameters filled in; throws an `Error` whose message says why not. */
function readFilled(text: string, chosen: ChosenParameters): unknown {
  const { parameters: found = {} } = JSON.parse(text) as { parameters?: object };
  const parameters = packParameters.parse(found);
  for (const [name, parameter] of Object.entries(parameters)) {
    parameter.value = chosen[name] ?? parameter.value;
  }
  return { ...(JSON.parse(fillParameters(text, parameters)) as object), parameters };
}

/**
 * Several packs at once, in the order given; a name that comes twice fails with
 * `SETTING_INVALID`.
 */
export function loadPacks(
  resourcesFolder: string,
  names: readonly string[],
  chosen: ChosenParameters = {},
): LoadedPack[] {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw failed('SETTING_INVALID', { setting: '--with', reason: `${twice} is given twice.` });
  }
  return names.map((name) => loadPack(resourcesFolder, name, chosen));
}
