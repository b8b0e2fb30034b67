import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Overview } from '../../../main/contract/api';
import type { Failure } from '../../../main/contract/failure';
import type { ControlCenterClient } from '../api/control-center-client';
import { failureOf } from '../api/client-failure';

/** The sample lakehouse, as this page asks for it; whether it is shown is in the overview. */
export interface SampleState {
  /** An answer is awaited. */
  readonly isBusy: boolean;
  /** Why it could not be opened; null until the next try. */
  readonly failure: Failure | null;
  /** True when the sample is shown now. */
  open(): Promise<boolean>;
  leave(): Promise<void>;
}
export type SampleStore = StoreApi<SampleState>;

/** `receive` takes the overview that answers. */
export function createSampleStore(
  client: ControlCenterClient,
  receive: (overview: Overview) => void,
): SampleStore {
  return createStore<SampleState>()((set) => {
    const ask = async (name: 'sample.open' | 'sample.leave') => {
      set({ isBusy: true, failure: null });
      try {
        receive(await client.request(name, {}));
        return true;
      } catch (thrown) {
        set({ failure: failureOf(thrown) });
        return false;
      } finally {
        set({ isBusy: false });
      }
    };
    return {
      isBusy: false,
      failure: null,
      open: () => ask('sample.open'),
      leave: async () => void (await ask('sample.leave')),
    };
  });
}
