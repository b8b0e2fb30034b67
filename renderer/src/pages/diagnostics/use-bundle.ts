import { useState } from 'react';
import type { DebugBundle } from '../../../../main/contract/bundle';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { saveOffer } from '../../api/save-offer';
import { useClient } from '../../state/client-context';
import { useDesktop } from '../../state/desktop-context';

/** Where a debug bundle stands; `saved` is its file, null until it was saved. */
export type BundleState =
  | { readonly kind: 'none' }
  | { readonly kind: 'making' }
  | { readonly kind: 'listed'; readonly bundle: DebugBundle; readonly saved: string | null };

/** Makes a debug bundle, lists it, and saves exactly what was listed. */
export function useBundle() {
  const client = useClient();
  const desktop = useDesktop();
  const [state, setState] = useState<BundleState>({ kind: 'none' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const make = async () => {
    setFailure(null);
    setState({ kind: 'making' });
    try {
      const bundle = await client.request('bundle.prepare', {});
      setState({ kind: 'listed', bundle, saved: null });
    } catch (thrown) {
      setState({ kind: 'none' });
      setFailure(failureOf(thrown));
    }
  };
  const save = async ({ bundleId, fileName }: DebugBundle) => {
    setFailure(null);
    try {
      const saved = await (desktop ? saveByDialog() : saveByBrowser());
      if (saved !== null) setState((now) => (now.kind === 'listed' ? { ...now, saved } : now));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }

    async function saveByDialog(): Promise<string | null> {
      const asked = { kind: 'zip', suggestedName: fileName } as const;
      const { chosen } = await desktop!.request('desktop.chooseFile', asked);
      if (chosen === null) return null;
      const { folder, name } = chosen;
      return (await client.request('bundle.save', { bundleId, to: { folder, name } })).file;
    }
    async function saveByBrowser(): Promise<string> {
      saveOffer(await client.request('download.offer', { kind: 'bundle', bundleId }));
      return fileName;
    }
  };
  return { state, failure, make, save, dismiss: () => setFailure(null) };
}
