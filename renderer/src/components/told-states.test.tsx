import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failed } from '../../../main/contract/failure';
import { doctorReport, topics } from '../fixtures/diagnostics-fixtures';
import { createFakeTransport } from '../fixtures/fake-transport';
import { listenTo } from '../fixtures/listen';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';
import { settingsReport } from '../fixtures/settings-fixtures';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

/** A page at an address, and all that screen readers are told on it. */
async function hear(address: string, answers: Parameters<typeof createFakeTransport>[0]) {
  window.location.hash = address;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
    'settings.read': settingsReport,
    ...answers,
  });
  const { page, stores } = await preparePage(transport);
  const told = listenTo(stores);
  render(page);
  await settle();
  return { told, stores, transport };
}
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

describe('a screen reader is told', () => {
  it('that the checks run and what they found, also when one was mended', async () => {
    const { told } = await hear('/diagnostics', {
      'doctor.run': () => doctorReport(Date.now()),
      'doctor.runOne': () => ({ ...topics, result: 'passed', remedy: null, action: null }),
      'part.restart': () => ({ part: 'broker', tookMs: 1 }),
    });
    await press('Rerun all');
    await press('Restart broker');
    expect(told.filter((text) => /Checking|failed/.test(text)).slice(-4)).toEqual([
      'Checking…',
      '2 failed',
      'Checking…',
      '1 failed, 1 passed',
    ]);
  });

  it('that a setting was kept and from when on it counts', async () => {
    const { told } = await hear('/settings/tables', { 'setting.change': settingsReport });
    const field = screen.getByRole('spinbutton', { name: /days|hours|retention|files/i });
    fireEvent.change(field, { target: { value: '200' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await settle();
    expect(told.filter((text) => text.startsWith('Kept, '))).toHaveLength(1);
  });

  it('that a reset is done', async () => {
    const plan = {
      level: 'data' as const,
      dataFolder: '/lake',
      deletes: [],
      tables: [],
      keeps: [],
    };
    const { told } = await hear('/diagnostics?reset=checkpoints', {
      'doctor.run': () => doctorReport(Date.now()),
      'reset.plan': ({ level }) => ({ ...plan, level, confirmation: null }),
      'reset.run': ({ level }) => ({ level, deleted: [], tookMs: 120 }),
    });
    await press('Reset');
    expect(told.some((text) => text.includes('120 ms'))).toBe(true);
  });

  it('that a sale is looked for and where it was found, and at once that nobody knows it', async () => {
    const record = {
      ...{ partition: 1, offset: 420, batchId: 3, outcome: 'silver' as const, detail: null },
      hops: [],
    };
    const { told } = await hear('/pipeline?trace=01ARZ', {
      'event.trace': ({ eventId }) =>
        eventId === '01ARZ'
          ? { eventId, topic: 'ventes_stream', table: 'silver.ventes', records: [record] }
          : failed('EVENT_UNKNOWN', { event: eventId }).failure,
    });
    expect(told).toContain('Looking through tables and logs…');
    expect(told).toContain('Partition 1, offset 420: In Silver');
    fireEvent.change(screen.getByLabelText('Event id'), { target: { value: 'nobody' } });
    await press('Trace');
    expect(told.at(-1)).toMatch(/^! .*nobody/);
  });

  it('each hint of the tour', async () => {
    const { told } = await hear('/pipeline?tour=1', {});
    const last = () => told.filter((text) => !text.startsWith('!')).at(-1);
    expect(last()).toMatch(/^The first rows are here\. /);
    fireEvent.click(screen.getByText('Next'));
    expect(last()).toMatch(/^How far behind/);
  });

  it('how the checks of the first screen went', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const { told } = await hear('/pipeline', {
      'overview.read': () => overviewIn('stopped', Date.now(), false),
      'firstRun.read': () => ({
        ...{ isNew: true, dataFolder: '/d', freeBytes: 1e10, neededBytes: 1e9, advisedBytes: 1e9 },
        ...{ memoryBytes: 1e10, advisedMemoryBytes: 1e9, hasSample: false },
      }),
      'doctor.run': () => asked.then(() => doctorReport(Date.now())),
    });
    expect(told.filter((text) => text.includes('attention'))).toEqual([]);
    await act(async () => answer());
    await settle();
    expect(told.at(-1)).toMatch(/2/);
  });
});
