import { useState } from 'react';
import type { DoctorAction, DoctorCheck } from '../../../../main/contract/doctor';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';
import { useStores } from '../../state/stores';

/** Where an action is that is done in another place, or further down on this page. */
const addresses: Partial<Record<DoctorAction, [string, Record<string, string>]>> = {
  resetCheckpoints: ['/diagnostics', { reset: 'checkpoints' }],
  resetData: ['/diagnostics', { reset: 'data' }],
  openTables: ['/data', {}],
  openSettings: ['/settings', {}],
};

/** What can be done with one check: its action, asking again, and muting; with what went wrong. */
export function useCheckAction({ id, action, muted }: DoctorCheck) {
  const client = useClient();
  const open = useStores('address', (state) => state.open);
  const runOne = useStores('doctor', (state) => state.runOne);
  const setMuted = useStores('doctor', (state) => state.mute);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const tried = async (work: () => Promise<unknown>) => {
    if (isBusy) return;
    setFailure(null);
    setIsBusy(true);
    try {
      await work();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setIsBusy(false);
    }
  };
  const doIt = async () => {
    const address = action && addresses[action];
    if (address) return open(...address);
    if (action === 'startPipeline') await client.request('pipeline.start', {});
    if (action === 'restartBroker') await client.request('part.restart', { part: 'broker' });
    await runOne(id);
  };
  return {
    /** Null where the product itself can do nothing. */
    act: action === null ? null : () => void tried(doIt),
    rerun: () => void tried(() => runOne(id)),
    mute: () => void tried(() => setMuted(id, !muted)),
    failure,
    dismiss: () => setFailure(null),
    isBusy,
  };
}
