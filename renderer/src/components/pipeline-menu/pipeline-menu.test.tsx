import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failed } from '../../../../main/contract/failure';
import type { PipelineState } from '../../../../main/contract/pipeline';
import type { RunOnceDone } from '../../../../main/contract/run-once';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { pipelineIn } from '../../fixtures/pipeline-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));

async function openMenu(
  state: PipelineState,
  answers: Parameters<typeof createFakeTransport>[0] = {},
) {
  // A place whose own controls have none of the menu's names.
  window.location.hash = '/logs';
  const transport = createFakeTransport({
    'overview.read': () => overviewIn(state, Date.now()),
    'pipeline.start': () => pipelineIn('starting', Date.now()),
    ...answers,
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  fireEvent.keyDown(screen.getByTestId('pipeline-menu'), { key: 'Enter' });
  const sent = (name: string) =>
    transport.asked.filter((one) => one.name === name).map(({ request }) => request);
  return { transport, sent };
}
const item = (name: string | RegExp, index = 0) =>
  screen.getAllByRole('menuitem', { name })[index]!;
const choose = async (element: HTMLElement) => {
  fireEvent.click(element);
  await settle();
};

describe('menu beside the Start button', () => {
  it('stopped: starts one part alone; a restart and a pause have nothing to act on', async () => {
    const { sent } = await openMenu('stopped');
    expect(item('Broker').getAttribute('aria-disabled')).toBe('true');
    expect(item(/^Pause/).getAttribute('aria-disabled')).toBe('true');
    await choose(item(/^Streaming job.*no producer/));
    expect(sent('pipeline.start')).toEqual([{ only: 'streamingJob' }]);
  });

  it('running: restarts a part, and shows its card', async () => {
    const { sent } = await openMenu('running', {
      'part.restart': () => ({ part: 'broker', tookMs: 3_000 }),
    });
    expect(item(/^Reset/).textContent).toContain('Only while the pipeline is stopped');
    await choose(item('Broker'));
    await settle();
    expect(sent('part.restart')).toEqual([{ part: 'broker' }]);
    expect(window.location.hash).toBe('#/pipeline?show=parts');
  });

  it('running: holds the producer', async () => {
    const { producer } = overviewIn('running', 0);
    const { sent } = await openMenu('running', {
      'producer.setPaused': () => ({ ...producer, state: 'paused' }),
    });
    await choose(item('Pause the producer'));
    expect(sent('producer.setPaused')).toEqual([{ paused: true }]);
  });
});

const done: RunOnceDone = {
  ...{ events: 50, acknowledged: 50, bronze: 50, silver: 49, rejected: 0, duplicates: 1 },
  ...{ ledger: 'ok', finding: null, started: false, tookMs: 4_100 },
  steps: [{ name: 'send', atMs: 0, tookMs: 900 }],
};

describe('run once', () => {
  it('tells how far it is under its own id, then what became of the sales', async () => {
    let answer: (value: RunOnceDone) => void = () => undefined;
    const { transport, sent } = await openMenu('running', {
      'pipeline.runOnce': () => new Promise<RunOnceDone>((resolve) => (answer = resolve)),
    });
    await choose(item(/^Run once/));
    await choose(screen.getByRole('button', { name: 'Run' }));
    const { requestId } = sent('pipeline.runOnce')[0] as { requestId: string };
    act(() => transport.push('request.progressed', { requestId: 'another', percent: 80 }));
    act(() => transport.push('request.progressed', { requestId, percent: 42 }));
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('42');
    await act(async () => answer(done));
    await settle();
    const outcome = screen.getByTestId('run-once-done');
    expect(outcome.textContent).toContain('nothing lost, nothing doubled');
    expect(outcome.textContent).toContain('Silver49');
  });

  it('a cancelled one is asked anew; a failure says why', async () => {
    let isCancelled = false;
    const { sent } = await openMenu('running', {
      'pipeline.runOnce': () =>
        isCancelled
          ? failed('PIPELINE_NOT_RUNNING').failure
          : failed('REQUEST_CANCELLED', { request: 'The run once' }).failure,
    });
    await choose(item(/^Run once/));
    await choose(screen.getByRole('button', { name: 'Run' }));
    isCancelled = true;
    await choose(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByRole('dialog').textContent).toContain('PIPELINE_NOT_RUNNING');
    expect(sent('pipeline.runOnce')).toHaveLength(2);
  });
});

describe('reset', () => {
  const plan = {
    dataFolder: '/lake',
    deletes: [{ what: 'topics', folder: '/lake/kafka', files: 12, sizeBytes: 4_000_000 }],
    tables: overviewIn('stopped', 0).tables,
    keeps: ['settings', 'exports'],
  };

  it('says what each level deletes and keeps, and wants its word typed', async () => {
    const { sent } = await openMenu('stopped', {
      'reset.plan': ({ level }) => ({
        ...plan,
        level,
        confirmation: level === 'checkpoints' ? null : level,
      }),
      'reset.run': ({ level }) => ({ level, deleted: [], tookMs: 120 }),
    });
    await choose(item(/^Reset/));
    const dialog = screen.getByRole('dialog', { name: 'Reset' });
    const run = () => within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Reset' });
    expect(run().disabled).toBe(false);
    await choose(within(dialog).getByRole('radio', { name: /^Everything/ }));
    expect(dialog.textContent).toContain('topics: 12 files, 4 MB');
    expect(dialog.textContent).toContain('5 tables with 721,599 rows');
    expect(dialog.textContent).toContain('settings, exports');
    expect(run().disabled).toBe(true);
    const word = within(dialog).getByLabelText('Type everything to confirm');
    fireEvent.change(word, { target: { value: 'everything' } });
    await choose(run());
    expect(sent('reset.run')).toEqual([{ level: 'everything', confirmation: 'everything' }]);
    expect(dialog.textContent).toContain('Done in 120 ms.');
    expect(run().disabled).toBe(true);
  });
});
