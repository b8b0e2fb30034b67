import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../main/contract/failure';
import type { QueryResult } from '../../../main/contract/query';
import { createClient } from '../api/control-center-client';
import { createFakeTransport } from '../fixtures/fake-transport';
import { revenueResult, revenueTable } from '../fixtures/overview-fixtures';
import { createQueryStore } from './query-store';

function storeAnswering(answer: () => QueryResult | Failure | Promise<QueryResult>) {
  const transport = createFakeTransport({ 'query.run': answer as () => QueryResult });
  return { store: createQueryStore(createClient(transport), 'revenue'), transport };
}
const failure = (code: Failure['code']): Failure => ({ code, facts: {}, lastLogLines: [] });
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('query store', () => {
  it('is ready with the rows', async () => {
    const { store, transport } = storeAnswering(() => revenueResult(0));
    await store.getState().load();
    expect(store.getState().view).toEqual({ kind: 'ready', value: revenueResult(0) });
    expect(transport.asked).toEqual([{ name: 'query.run', request: { name: 'revenue' } }]);
  });

  it('is empty while the table does not exist', async () => {
    const { store } = storeAnswering(() => failure('TABLE_UNKNOWN'));
    await store.getState().load();
    expect(store.getState().view.kind).toBe('empty');
  });

  it('keeps the last good rows beside a failure', async () => {
    const answers = [revenueResult(0), failure('TABLE_UNREADABLE')];
    const { store } = storeAnswering(() => answers.shift()!);
    await store.getState().load();
    await store.getState().load();
    expect(store.getState().view).toMatchObject({
      kind: 'failed',
      failure: { code: 'TABLE_UNREADABLE' },
      last: { tableVersions: { [revenueTable]: 1203 } },
    });
  });

  it('leaves the rows alone when the connection is lost', async () => {
    const answers = [revenueResult(0), failure('CONTROL_UNREACHABLE')];
    const { store } = storeAnswering(() => answers.shift()!);
    await store.getState().load();
    await store.getState().load();
    expect(store.getState().view.kind).toBe('ready');
  });

  it('runs once more, not once each, for calls during a run', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { store, transport } = storeAnswering(async () => {
      await held;
      return revenueResult(0);
    });
    const first = store.getState().load();
    void store.getState().load();
    void store.getState().load();
    release();
    await first;
    expect(transport.asked).toHaveLength(2);
  });

  it('reads again only for a newer version of a table that it read', async () => {
    const { store, transport } = storeAnswering(() => revenueResult(0, 1203));
    await store.getState().load();
    const { tableCommitted } = store.getState();
    tableCommitted({ table: revenueTable, tableVersion: 1203 });
    tableCommitted({ table: 'bronze.ventes_stream', tableVersion: 9999 });
    await settled();
    expect(transport.asked).toHaveLength(1);
    tableCommitted({ table: revenueTable, tableVersion: 1204 });
    await settled();
    expect(transport.asked).toHaveLength(2);
  });

  it('asks again at each new version while there are no rows yet', async () => {
    const { store, transport } = storeAnswering(() => failure('TABLE_UNKNOWN'));
    await store.getState().load();
    for (const tableVersion of [0, 0, 1]) {
      store.getState().tableCommitted({ table: 'bronze.ventes_stream', tableVersion });
      await settled();
    }
    expect(transport.asked).toHaveLength(3);
  });
});
