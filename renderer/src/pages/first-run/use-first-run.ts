import type { FirstRun } from '../../../../main/contract/first-run';
import { useRequest } from '../../state/use-request';
import { useStores } from '../../state/stores';

/** Whether the Pipeline place shows the first screen; `unknown` for the moment until it is told. */
export type FirstRunView =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no' }
  | { readonly kind: 'yes'; readonly facts: FirstRun };

/** A stopped pipeline without a table in a folder in which nothing was ever started. */
export function useFirstRun(): FirstRunView {
  const couldBe = useStores(
    'overview',
    ({ overview }) =>
      overview !== null &&
      overview.pipeline.state === 'stopped' &&
      overview.lakehouse === 'own' &&
      overview.tables.length === 0,
  );
  const sinceMs = useStores('overview', ({ overview }) => overview?.pipeline.sinceMs ?? 0);
  const { view, value } = useRequest('firstRun.read', couldBe ? {} : null, sinceMs);
  if (!couldBe) return { kind: 'no' };
  if (value === null) return view.kind === 'failed' ? { kind: 'no' } : { kind: 'unknown' };
  return value.isNew ? { kind: 'yes', facts: value } : { kind: 'no' };
}
