import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestLake } from './delta/test-lake';
import { openCenter } from './http-api/test-api-center';

let disk: TestLake;
beforeEach(async () => {
  disk = await TestLake.open();
});
afterEach(() => disk.close());

it('an instance shows the pack that its settings name, with the queries of that pack', async () => {
  const center = await openCenter(disk.root, ['pipeline.pack=orders']);
  try {
    const overview = await center.api.invoke('overview.read', {});
    expect(overview.ok && overview.value.pipeline.pack).toBe('orders');
    const listed = await center.api.invoke('queries.read', {});
    expect(listed.ok && listed.value.queries.map(({ name }) => name)).toContain('region_mix');
  } finally {
    await center.shutdown();
  }
});
