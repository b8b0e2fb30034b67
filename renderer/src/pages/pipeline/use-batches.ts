import type { MicroBatches } from '../../../../main/contract/micro-batches';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import type { RequestView } from '../../state/use-request';

/** How many micro-batches the place shows. */
export const shownBatches = 50;

/** The newest micro-batches, asked anew with each one. */
export function useBatches(): RequestView<MicroBatches> {
  const newest = useStores('overview', (state) => state.overview?.streaming.lastBatchId ?? -1);
  return useRequest('batches.read', { limit: shownBatches }, newest);
}
