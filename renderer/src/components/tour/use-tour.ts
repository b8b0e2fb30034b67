import { useCallback, useEffect, useRef, useState } from 'react';
import { useStores } from '../../state/stores';

/** The name under which the window keeps that the tour was seen. */
const keptAs = 'tour';

export interface Tour {
  /** Which hint is shown, from 0; null while there is no tour. */
  readonly step: number | null;
  next(): void;
  end(): void;
}

/**
 * When the tour is shown: by itself at the first Bronze row of a data folder, once; and whenever
 * `/pipeline?tour=1` is opened, which is how menu and palette ask for it.
 */
export function useTour(count: number): Tour {
  const [step, setStep] = useState<number | null>(null);
  const isAsked = useStores('address', ({ address }) => address.parameters['tour'] === '1');
  const adjust = useStores('address', (state) => state.adjust);
  const open = useStores('address', (state) => state.open);
  const keep = useStores('kept', (state) => state.keep);
  const isUnseen = useStores('kept', (state) => state.isLoaded && !(keptAs in state.texts));
  const hasRows = useStores('overview', ({ overview }) =>
    overview === null || overview.lakehouse === 'sample'
      ? null
      : overview.tables.some(({ table, rows }) => table.startsWith('bronze.') && rows !== 0),
  );
  const hadNone = useRef(false);

  useEffect(() => {
    if (!isAsked) return;
    adjust({ tour: null });
    setStep(0);
  }, [isAsked, adjust]);
  useEffect(() => {
    if (hasRows === false) hadNone.current = true;
    if (hasRows !== true || !hadNone.current || !isUnseen) return;
    hadNone.current = false;
    setStep(0);
  }, [hasRows, isUnseen]);

  const end = useCallback(() => {
    setStep(null);
    keep(keptAs, 'seen');
  }, [keep]);
  const next = () => {
    if (step === null) return;
    if (step + 1 < count) return setStep(step + 1);
    end();
    open('/dashboard');
  };
  return { step, next, end };
}
