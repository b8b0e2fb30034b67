import { useEffect, useState } from 'react';
import type { ExportPresets } from '../../../../main/contract/export';
import { useClient } from '../../state/client-context';

/** A preset with the pack that it is of. */
export type PresetOfPack = ExportPresets['presets'][number] & { readonly pack: string };

/**
 * The presets of packs that run together, in their order, each pack's when its answer is here; one
 * that cannot be read has none. The first pack is asked without its name.
 */
export function usePresetsOfPacks(packs: readonly string[]): readonly PresetOfPack[] {
  const client = useClient();
  const [read, setRead] = useState<Readonly<Record<string, readonly PresetOfPack[]>>>({});
  const names = packs.join(' ');
  useEffect(() => {
    let isWanted = true;
    names.split(' ').forEach((pack, index) => {
      client.request('exports.read', index === 0 ? {} : { pack }).then(
        ({ presets }) => {
          const own = presets.map((preset) => ({ ...preset, pack }));
          if (isWanted) setRead((before) => ({ ...before, [pack]: own }));
        },
        () => undefined,
      );
    });
    return () => {
      isWanted = false;
    };
  }, [client, names]);
  return names.split(' ').flatMap((pack) => read[pack] ?? []);
}
