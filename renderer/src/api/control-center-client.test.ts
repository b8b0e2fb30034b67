import { describe, expect, it } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { createClient } from './control-center-client';

const overview = overviewIn('running', 0);

describe('control center client', () => {
  it('unwraps an answer', async () => {
    const client = createClient(createFakeTransport({ 'overview.read': () => overview }));
    expect(await client.request('overview.read', {})).toEqual(overview);
  });

  it('throws the whole failure', async () => {
    const failure = { code: 'PORT_BUSY' as const, facts: { port: 9092 }, lastLogLines: ['x'] };
    const client = createClient(createFakeTransport({ 'pipeline.start': () => failure }));
    await expect(client.request('pipeline.start', {})).rejects.toMatchObject({ failure });
  });

  it('takes an answer of the wrong shape for a defect, not for an answer', async () => {
    const wrong = { ...overview, tables: 'many' } as unknown as typeof overview;
    const client = createClient(createFakeTransport({ 'overview.read': () => wrong }));
    await expect(client.request('overview.read', {})).rejects.toMatchObject({
      failure: { code: 'INTERNAL' },
    });
  });

  it('drops a push of the wrong shape', () => {
    const transport = createFakeTransport({});
    const heard: unknown[] = [];
    createClient(transport).on('overview.changed', (value) => heard.push(value));
    transport.push('overview.changed', {} as typeof overview);
    transport.push('overview.changed', overview);
    expect(heard).toEqual([overview]);
  });
});
