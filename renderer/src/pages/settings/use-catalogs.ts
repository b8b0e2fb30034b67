import { useState } from 'react';
import type { CatalogRow, Catalogs } from '../../../../main/contract/catalogs';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';
import { useRequest } from '../../state/use-request';
import type { RequestView } from '../../state/use-request';

/** The catalogs of the packs as they are now, and the two ways to change one. */
export interface CatalogsAccess extends Pick<RequestView<Catalogs>, 'view' | 'reload'> {
  readonly catalogs: Catalogs['catalogs'];
  /** Keeps rows for the next start; the refusal, or null when they are kept. */
  change(pack: string, name: string, rows: readonly CatalogRow[]): Promise<Failure | null>;
  /** Goes back to the pack's own rows; the refusal, or null. */
  reset(pack: string, name: string): Promise<Failure | null>;
}

/** Reads the catalogs; an answer to a change is newer than what was read. */
export function useCatalogs(): CatalogsAccess {
  const client = useClient();
  const { view, value, reload } = useRequest('catalogs.read', {});
  const [changed, setChanged] = useState<{ from: Catalogs | null; to: Catalogs } | null>(null);
  const newest = changed && changed.from === value ? changed.to : value;
  const keep = async (answer: Promise<Catalogs>): Promise<Failure | null> => {
    try {
      setChanged({ from: value, to: await answer });
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  };
  return {
    view,
    reload,
    catalogs: newest?.catalogs ?? [],
    change: (pack, name, rows) =>
      keep(client.request('catalog.change', { pack, name, rows: [...rows] })),
    reset: (pack, name) => keep(client.request('catalog.reset', { pack, name })),
  };
}
