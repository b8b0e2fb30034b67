import { useClient } from '../../../state/client-context';

/** Asks for the id of the newest row of Silver; null while there is none. */
export function useNewestEvent(): () => Promise<string | null> {
  const client = useClient();
  return async () => {
    try {
      const { silverTable } = await client.request('batches.read', { limit: 1 });
      const page = await client.request('records.readPage', {
        table: silverTable,
        columns: ['event_id'],
        limit: 1,
      });
      const id = page.rows[0]?.[0] ?? null;
      return id === null ? null : String(id);
    } catch {
      // Without a table there is no row, and a lost connection has its own band.
      return null;
    }
  };
}
