import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { doctorCheckIds } from '../../../../main/contract/doctor';
import type { DoctorReport } from '../../../../main/contract/doctor';
import type { Failure } from '../../../../main/contract/failure';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));

function reportAt(atMs: number): DoctorReport {
  const check = { remedy: null, tookMs: 12, action: null, muted: false };
  return {
    atMs,
    dataFolder: '/home/me/lake',
    ok: false,
    checks: [
      { ...check, id: 'java', question: 'Java?', result: 'passed', answer: 'Java 17' },
      {
        ...check,
        id: 'ports',
        question: 'Ports?',
        result: 'failed',
        answer: '9092 is taken.',
        remedy: 'Use 9192.',
      },
      { ...check, id: 'topics', question: 'Topics?', result: 'notRun', answer: 'No broker.' },
    ],
  };
}

async function pageWith(doctor: () => DoctorReport | Failure | Promise<DoctorReport>) {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
    'doctor.run': doctor,
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  act(() => stores.address.getState().open('/diagnostics'));
  await settle();
  const runs = () => transport.asked.filter(({ name }) => name === 'doctor.run').length;
  return { transport, runs };
}

describe('the diagnostics', () => {
  it('run once at launch, and not again when a lost connection is back', async () => {
    const { transport, runs } = await pageWith(() => reportAt(Date.now()));
    expect(runs()).toBe(1);
    act(() => transport.become({ kind: 'lost', retryAtMs: null, hasEnded: false }));
    act(() => transport.become({ kind: 'open' }));
    await settle();
    expect(runs()).toBe(1);
  });

  it('show what is to be done first, each with its result, answer, remedy and time', async () => {
    await pageWith(() => reportAt(Date.now()));
    const rows = screen.getAllByTestId(/^check-/);
    expect(rows.map((row) => row.dataset['result'])).toEqual(['failed', 'passed', 'notRun']);
    expect(rows[0]?.textContent).toContain('FailedAre the ports of the broker free or ours?');
    expect(rows[0]?.textContent).toContain('9092 is taken.');
    expect(rows[0]?.textContent).toContain('Use 9192.');
    expect(rows[0]?.textContent).toContain('12 ms');
    expect(screen.getByText('1 failed, 1 passed, 1 not asked')).toBeTruthy();
  });

  it('count the failed checks in the rail, in figures and in words', async () => {
    await pageWith(() => reportAt(Date.now()));
    const link = screen.getByRole('link', { name: 'Diagnostics 1 failed check' });
    expect(within(link).getByText('1')).toBeTruthy();
  });

  it('run all again on request, and keep what is shown until the answer', async () => {
    const { runs } = await pageWith(() => reportAt(Date.now()));
    fireEvent.click(screen.getByRole('button', { name: 'Rerun all' }));
    fireEvent.click(screen.getByRole('button', { name: 'Checking…' }));
    expect(screen.getAllByTestId(/^check-/)).toHaveLength(3);
    await settle();
    expect(runs()).toBe(2);
    expect(screen.getByRole('button', { name: 'Rerun all' })).toBeTruthy();
  });

  it('have a row for every check before the first answer, so that the panel keeps its height', async () => {
    await pageWith(() => new Promise(() => {}));
    expect(screen.getByText(/The checks run for the first time/)).toBeTruthy();
    const rows = screen.getAllByTestId(/^waiting-/);
    expect(rows).toHaveLength(doctorCheckIds.length);
    expect(rows[0]?.textContent).toContain('RunningIs there a Java of a version that fits?');
  });

  it('tell a failure of the run itself', async () => {
    await pageWith(() => ({ code: 'INTERNAL', facts: { reason: 'x' }, lastLogLines: [] }));
    expect(screen.getByText('INTERNAL')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Rerun all' })).toBeTruthy();
  });
});
