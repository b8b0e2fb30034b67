import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeDesktop } from '../fixtures/fake-desktop';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

type FakeDesktop = ReturnType<typeof createFakeDesktop>;
const address = 'http://127.0.0.1:40123';

async function openWith(sparkUi: string | null, desktop: FakeDesktop | null = null) {
  window.location.hash = '/logs';
  const overview = overviewIn('running', Date.now());
  const transport = createFakeTransport({
    'overview.read': () => ({ ...overview, pipeline: { ...overview.pipeline, sparkUi } }),
  });
  const { page } = await preparePage(transport, desktop?.desktop ?? null);
  render(page);
  await settle();
}

describe("the link to Spark's own pages", () => {
  it('is there only where they are served, and opens beside the window', async () => {
    await openWith(null);
    expect(screen.queryByRole('link', { name: 'Spark UI' })).toBeNull();
    cleanup();
    await openWith(address);
    const link = screen.getByRole('link', { name: 'Spark UI' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([address, '_blank']);
  });

  it('is opened by the system in the desktop, which names no address', async () => {
    const desktop = createFakeDesktop();
    await openWith(address, desktop);
    const isFollowed = fireEvent.click(screen.getByRole('link', { name: 'Spark UI' }));
    expect(isFollowed).toBe(false);
    expect(desktop.asked).toContainEqual({ name: 'desktop.openSparkUi', request: {} });
  });
});
