import { describe, expect, it } from 'vitest';
import { requests } from '../../main/contract/api';
import { failed } from '../../main/contract/failure';
import { serve } from './test-served-page';
import type { Frame } from './test-served-page';

const producer = { state: 'running' as const, ratePerSecond: 5 };

describe('register-api', () => {
  it('pins what a page may ask for', () => {
    expect(Object.keys(requests).sort()).toEqual(
      [
        'app.quit',
        'app.restart',
        'app.read',
        'catalog.change',
        'catalog.reset',
        'catalogs.read',
        'bundle.prepare',
        'bundle.save',
        'doctor.mute',
        'doctor.run',
        'doctor.runOne',
        'download.export',
        'download.offer',
        'quality.read',
        'event.trace',
        'alert.mute',
        'alerts.read',
        'export.copy',
        'export.createVersion',
        'export.run',
        'exports.read',
        'exports.count',
        'ledger.read',
        'ledger.verify',
        'quality.rerun',
        'schemaChanges.read',
        'eventLog.read',
        'kafkaRecords.read',
        'kafkaTopics.read',
        'exports.drift',
        'exportHistory.read',
        'keptText.keep',
        'keptTexts.read',
        'lag.read',
        'lagHistory.read',
        'rejected.read',
        'logs.read',
        'overview.read',
        'part.restart',
        'pipeline.runOnce',
        'pipeline.start',
        'pipeline.stop',
        'batches.read',
        'disk.read',
        'lastErrors.read',
        'latency.read',
        'producer.setPaused',
        'runs.read',
        'producer.setRate',
        'pinnedQueries.read',
        'pinnedQuery.pin',
        'pinnedQuery.run',
        'pinnedQuery.unpin',
        'queries.read',
        'query.run',
        'records.readPage',
        'column.values',
        'columns.profile',
        'record.origin',
        'records.summarise',
        'diff.read',
        'request.cancel',
        'reset.plan',
        'reset.run',
        'savedQueries.read',
        'settings.read',
        'setting.change',
        'setting.reset',
        'savedQuery.delete',
        'savedQuery.rename',
        'savedQuery.save',
        'sql.run',
        'sqlHistory.clear',
        'dataFolder.use',
        'firstRun.read',
        'sample.open',
        'sample.leave',
        'sqlHistory.read',
        'table.compact',
        'table.vacuum',
        'opsTables.read',
        'tables.columns',
        'file.statistics',
        'tables.files',
        'tables.growth',
        'tables.history',
        'tables.read',
        'tables.versionAt',
      ].sort(),
    );
  });

  it('answers our own page by the handler, with the parsed request', async () => {
    const { invoke } = serve({
      'sql.run': (request) => Promise.resolve(request as never),
    });
    expect(await invoke('sql.run', { sql: 'SELECT 1', path: '/etc' })).toEqual({
      ok: true,
      value: { sql: 'SELECT 1', rowLimit: 10_000, timeoutMs: 30_000 },
    });
  });

  it('refuses every other sender: another frame, another window, none', async () => {
    let calls = 0;
    const { invoke } = serve({
      'app.quit': () => {
        calls += 1;
        return Promise.resolve({});
      },
    });
    for (const frame of [{ name: 'main' } as Frame, null])
      expect(await invoke('app.quit', {}, frame)).toMatchObject({
        ok: false,
        failure: { code: 'REQUEST_INVALID' },
      });
    expect(calls).toBe(0);
  });

  it.each(['no.such', 'constructor', '__proto__', 7, null, { toString: () => 'app.quit' }])(
    'refuses the unknown name %j',
    async (name) => {
      const { invoke } = serve({});
      expect(await invoke(name, {})).toMatchObject({
        ok: false,
        failure: { code: 'REQUEST_UNKNOWN' },
      });
    },
  );

  it.each([undefined, null, 'x', { ratePerSecond: '5' }, { ratePerSecond: Infinity }])(
    'refuses the payload %j',
    async (request) => {
      const { invoke } = serve({
        'producer.setRate': () => Promise.resolve(producer as never),
      });
      expect(await invoke('producer.setRate', request)).toMatchObject({
        ok: false,
        failure: { code: 'REQUEST_INVALID' },
      });
    },
  );

  it('answers a thrown failure as that failure, any other error as a reported defect', async () => {
    const defect = new Error('a defect');
    const busy = { port: 9092, pid: 7, program: 'java' };
    const { invoke, defects } = serve({
      'pipeline.start': () => Promise.reject(failed('PORT_BUSY', busy)),
      'pipeline.stop': () => Promise.reject(defect),
    });
    expect(await invoke('pipeline.start', {})).toEqual({
      ok: false,
      failure: { code: 'PORT_BUSY', facts: busy, lastLogLines: [] },
    });
    expect(await invoke('pipeline.stop', {})).toMatchObject({ failure: { code: 'INTERNAL' } });
    expect(defects).toEqual([defect]);
  });

  it('keeps pushes until the page listens, then sends them in order and at once', () => {
    const { listen, sent, pushes } = serve({});
    pushes.emit('event.logged', 1);
    pushes.emit('overview.changed', 2);
    listen({ name: 'other' } as Frame);
    expect(sent).toEqual([]);
    listen();
    pushes.emit('event.logged', 3);
    expect(sent).toEqual([
      ['app:event', 'event.logged', 1],
      ['app:event', 'overview.changed', 2],
      ['app:event', 'event.logged', 3],
    ]);
  });

  it('drops the oldest of too many waiting pushes', () => {
    const { listen, sent, pushes } = serve({});
    for (let line = 0; line < 600; line++) pushes.emit('event.logged', line);
    listen();
    expect(sent).toHaveLength(500);
    expect(sent[0]).toEqual(['app:event', 'event.logged', 100]);
  });

  it('leaves nothing behind when closed', () => {
    const { close, ipcMain, pushes } = serve({});
    close();
    expect(ipcMain.handler).toBeNull();
    expect(ipcMain.listenerCount('app:event')).toBe(0);
    expect(pushes.listenerCount('overview.changed')).toBe(0);
  });
});
