import { describe, expect, it } from 'vitest';
import { createClient } from '../api/control-center-client';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { pipelineIn } from '../fixtures/pipeline-fixtures';
import { createOverviewStore } from './overview-store';

describe('overview store', () => {
  it('shows what a command answered before the next push', async () => {
    const transport = createFakeTransport({
      'overview.read': () => overviewIn('stopped', 0),
      'pipeline.start': () => pipelineIn('starting', 0),
    });
    const store = createOverviewStore(createClient(transport));
    await store.getState().load();
    await store.getState().command('start');
    expect(store.getState()).toMatchObject({
      overview: { pipeline: { state: 'starting' } },
      sent: null,
      commandFailure: null,
    });
  });

  it('keeps the refusal of a command until it is dismissed', async () => {
    const transport = createFakeTransport({
      'pipeline.start': () => ({ code: 'JAVA_NOT_FOUND', facts: {}, lastLogLines: [] }),
    });
    const store = createOverviewStore(createClient(transport));
    await store.getState().command('start');
    expect(store.getState().commandFailure?.code).toBe('JAVA_NOT_FOUND');
    store.getState().dismiss();
    expect(store.getState().commandFailure).toBeNull();
  });

  it('sends a cancel while the start is still under way', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const transport = createFakeTransport({
      'pipeline.start': () => held.then(() => pipelineIn('stopped', 0)),
      'pipeline.stop': () => pipelineIn('stopped', 0),
    });
    const store = createOverviewStore(createClient(transport));
    const start = store.getState().command('start');
    void store.getState().command('start');
    await store.getState().command('stop');
    release();
    await start;
    expect(transport.asked.map(({ name }) => name)).toEqual(['pipeline.start', 'pipeline.stop']);
    expect(store.getState().sent).toBeNull();
  });

  it('does not report a cancelled start as a failure', async () => {
    const transport = createFakeTransport({
      'pipeline.start': () => ({ code: 'REQUEST_CANCELLED', facts: {}, lastLogLines: [] }),
    });
    const store = createOverviewStore(createClient(transport));
    await store.getState().command('start');
    expect(store.getState().commandFailure).toBeNull();
  });

  it('takes newer versions of tables ahead of the next overview', async () => {
    const transport = createFakeTransport({ 'overview.read': () => overviewIn('running', 0) });
    const store = createOverviewStore(createClient(transport));
    await store.getState().load();
    const { tables } = store.getState().overview!;
    store.getState().receiveTables([{ ...tables[1]!, tableVersion: 9_999 }]);
    const after = store.getState().overview!.tables;
    expect(after.map(({ table }) => table)).toEqual(tables.map(({ table }) => table));
    expect(after.map(({ tableVersion }) => tableVersion)).toContain(9_999);
  });
});
