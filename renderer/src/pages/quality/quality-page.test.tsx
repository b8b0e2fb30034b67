import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../../main/contract/failure';
import { openQuality, settle } from '../../fixtures/open-quality';
import { overviewBeside, overviewIn } from '../../fixtures/overview-fixtures';
import { ledgerReport, qualityReport } from '../../fixtures/quality-fixtures';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
const noTable: Failure = { code: 'TABLE_UNKNOWN', facts: {}, lastLogLines: [] };

const pageWith = (answers?: Parameters<typeof openQuality>[1], address?: string) =>
  openQuality(render, answers, address);
const withOrders = () => overviewBeside('orders', Date.now());
const panel = (name: string) => within(screen.getByRole('region', { name }));

describe('the ledger', () => {
  it('is proven when the place opens: where the records of each partition went', async () => {
    const { asked } = await pageWith();
    expect(asked('ledger.verify')).toHaveLength(1);
    const cells = within(screen.getByTestId('partition-0')).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual([
      '0 – 10,000',
      '10,000',
      '9,997',
      '9,990',
      '5',
      '5',
      '0',
    ]);
    expect(screen.getByText('Agrees')).toBeTruthy();
    expect(screen.getByText('1 not read yet')).toBeTruthy();
  });

  it('shows a difference with the first offset out of place, in a word and in figures', async () => {
    await pageWith({ 'ledger.verify': () => ledgerReport(Date.now(), 2) });
    expect(screen.getByText('Differs')).toBeTruthy();
    const cells = within(screen.getByTestId('partition-1')).getAllByRole('cell');
    expect(cells.at(-1)?.textContent).toBe('2');
    const rule = screen.getByTestId('ledger-rule-1');
    expect(rule.textContent).toContain('Failed');
    expect(rule.textContent).toContain('Offset 1042 of partition 1 is in neither.');
  });

  it('is proven again on request only, and keeps what is shown until then', async () => {
    const { asked } = await pageWith();
    fireEvent.click(screen.getByRole('button', { name: 'Verify again' }));
    expect(screen.getByTestId('partition-0')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Verifying…' }));
    await settle();
    expect(asked('ledger.verify')).toHaveLength(2);
  });

  it('that cannot be proven is told in its panel, and asked again', async () => {
    const { asked } = await pageWith({
      'ledger.verify': () => ({ code: 'INTERNAL', facts: { reason: 'x' }, lastLogLines: [] }),
    });
    fireEvent.click(panel('Ledger').getByRole('button', { name: 'Retry' }));
    await settle();
    expect(asked('ledger.verify')).toHaveLength(2);
    expect(panel('Ledger').getByText('INTERNAL')).toBeTruthy();
  });

  it('of nothing proves nothing, and does not say that it agrees', async () => {
    const report = { ...ledgerReport(Date.now()), acknowledged: 0 };
    const empty = report.partitions.map((one) => ({ ...one, endOffset: 0, silver: 0 }));
    for (const partitions of [[], empty]) {
      await pageWith({ 'ledger.verify': () => ({ ...report, partitions }) });
      expect(panel('Ledger').getByText(/nothing is lost or doubled will stand here/)).toBeTruthy();
      expect(screen.queryByText('Agrees')).toBeNull();
      cleanup();
    }
  });

  it('is that of the pack of the address', async () => {
    const { asked } = await pageWith({ 'overview.read': withOrders }, '/quality?pack=orders');
    expect(asked('ledger.verify').at(-1)?.request).toMatchObject({ pack: 'orders' });
    expect(asked('quality.read').at(-1)?.request).toEqual({ pack: 'orders' });
  });
});

describe('the checks', () => {
  it('say each state in a word: passed, failed with the reason, not checked', async () => {
    await pageWith();
    const text = (check: string) => screen.getByTestId(`quality-${check}`).textContent;
    expect(text('bronze_schema_validation')).toContain('Passed');
    expect(text('silver_dedup_check')).toContain('Failed');
    expect(text('silver_dedup_check')).toContain('1,999,999 of 2,000,000 rows');
    expect(text('gold_aggregation_completeness')).toContain('Not checked');
    expect(text('gold_aggregation_completeness')).toContain('—');
  });

  it('say when each failed last, or that none did', async () => {
    await pageWith();
    const cell = (check: string) =>
      screen.getByTestId(`quality-${check}`).querySelector('.check-failed-at')?.textContent;
    expect(cell('silver_dedup_check')).toBe('failed last 2 min ago');
    expect(cell('bronze_schema_validation')).toBeUndefined();
  });

  it('tell the line of the day in words, without rounding a failure to 100 %', async () => {
    await pageWith();
    const line = screen.getByRole('button', { name: /^Event ids unique/ });
    expect(line.getAttribute('aria-label')).toContain('24 h 99.87\u202f%, newest 99.99\u202f%');
  });

  it('count the rows of each rule, the busiest first, and also none', async () => {
    await pageWith();
    expect(screen.getAllByTestId(/^rule-/).map(({ textContent }) => textContent)).toEqual([
      'schemarejects on reading12,480',
      'SR-1rejects3',
      'SR-8marks0',
    ]);
  });

  it('say what will appear while there is no table', async () => {
    await pageWith({ 'quality.read': () => noTable, 'ledger.verify': () => noTable });
    for (const name of ['Ledger', 'Checks', 'Rejected and marked rows', 'Scorecards'])
      expect(panel(name).getByText(/Waiting for the first micro-batch/)).toBeTruthy();
  });

  it('of a new folder have passed nothing: they say what will appear, and how to start', async () => {
    const nothing = { score: 1, passed: true, records: 0, details: '', atMs: 1, tables: [] };
    const report = qualityReport(1);
    await pageWith({
      'overview.read': () => ({ ...overviewIn('stopped', Date.now()), tables: [] }),
      'ledger.verify': () => noTable,
      'quality.read': () => ({
        ...report,
        checks: report.checks.map((check) => ({ ...check, table: nothing, batch: null })),
        rules: report.rules.map((rule) => ({ ...rule, rows: 0 })),
        history: [],
      }),
    });
    const names = ['Ledger', 'Checks', 'Rejected over time', 'Rejected and marked rows'];
    for (const name of [...names, 'Scorecards', 'Schema changes']) {
      const { textContent } = screen.getByRole('region', { name });
      expect([name, textContent]).toEqual([name, expect.stringMatching(/will .* here.*Start/)]);
      expect(textContent).not.toMatch(/Passed|100|No schema|Nothing was rejected/);
    }
  });
});
