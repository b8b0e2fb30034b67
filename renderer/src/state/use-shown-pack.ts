import { useMemo } from 'react';
import { useStores } from './stores';

/** Which of the packs that run together a place is about, as its address says. */
export interface ShownPack {
  /** The pack of this place; null before anything is known. */
  readonly pack: string | null;
  /** Its name for a request; undefined for the first pack, which is asked without a name. */
  readonly asked: string | undefined;
  /** The first pack, then those beside it in the order of their start. */
  readonly packs: readonly string[];
}

/**
 * The pack that the address names; the first one where it names none, or one that does not run.
 * Before it is known which run, the name is taken at its word.
 */
export function useShownPack(): ShownPack {
  const named = useStores('address', ({ address }) => address.parameters['pack'] ?? null);
  const first = useStores('overview', ({ overview }) => overview?.pipeline.pack ?? null);
  const others = useStores('overview', ({ overview }) =>
    (overview?.lakehouse === 'own' ? overview.alongside : []).map(({ pack }) => pack).join(' '),
  );
  return useMemo(() => {
    const beside = others === '' ? [] : others.split(' ');
    if (first === null) return { pack: named, asked: named ?? undefined, packs: [] };
    const asked = beside.find((pack) => pack === named);
    return { pack: asked ?? first, asked, packs: [first, ...beside] };
  }, [named, first, others]);
}
