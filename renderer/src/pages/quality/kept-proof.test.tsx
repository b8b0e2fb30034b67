import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../../main/contract/failure';
import { openQuality, settle } from '../../fixtures/open-quality';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { ledgerReport } from '../../fixtures/quality-fixtures';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
const cancellation: Failure = { code: 'REQUEST_CANCELLED', facts: {}, lastLogLines: [] };

const pageWith = (answers?: Parameters<typeof openQuality>[1], address?: string) =>
  openQuality(render, answers, address);
const panel = (name: string) => within(screen.getByRole('region', { name }));

describe('a kept proof', () => {
  const kept = (isCurrent: boolean) => ({
    'ledger.read': () => ({ report: ledgerReport(Date.now() - 150_000, 2), isCurrent }),
  });

  it('is shown with its age instead of being made again, and says when tables have changed', async () => {
    const { asked } = await pageWith(kept(true));
    expect(asked('ledger.verify')).toHaveLength(0);
    expect(panel('Ledger').getByText('checked 2 min ago')).toBeTruthy();
    expect(screen.queryByText('Tables have changed since')).toBeNull();
    cleanup();
    await pageWith(kept(false));
    expect(screen.getByText('Tables have changed since')).toBeTruthy();
  });

  it('opens the offset that is out of place, in the topic and in Bronze', async () => {
    await pageWith(kept(true));
    const links = panel('Ledger').getAllByRole('link');
    const hrefs = links.map((link) => decodeURIComponent(link.getAttribute('href')!));
    expect(hrefs).toContain('#/kafka/topics/ventes_stream?offset=1042&partition=1');
    expect(hrefs.find((href) => href.startsWith('#/data/bronze/ventes_stream'))).toContain(
      '"kafka_offset","operator":"equals","value":1042',
    );
  });

  it('shows how far a new proof is, and is left as it was by one that is cancelled', async () => {
    let cancelled = () => {};
    const proof = new Promise<never>((_, reject) => {
      cancelled = () => reject(new Error('cancelled'));
    });
    const { transport, asked } = await pageWith({
      ...kept(true),
      'ledger.verify': () => proof.catch(() => cancellation as never),
      'request.cancel': () => {
        cancelled();
        return { cancelled: true };
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Verify again' }));
    await settle();
    const { requestId } = asked('ledger.verify')[0]!.request as { requestId: string };
    act(() => transport.push('request.progressed', { requestId, percent: 40 }));
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('40');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await settle();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(panel('Ledger').getByText('Differs')).toBeTruthy();
  });
});

describe('a proof of before the first record', () => {
  it('is made again once there are some, one at a time however often the job commits', async () => {
    const nothing = { ...ledgerReport(Date.now()), acknowledged: 0, partitions: [] };
    let prove = (_: ReturnType<typeof ledgerReport>) => {};
    let proofs = 0;
    const { stores, asked } = await pageWith({
      'ledger.verify': () => {
        proofs += 1;
        return proofs === 1 ? nothing : (new Promise((resolve) => (prove = resolve)) as never);
      },
    });
    const commit = async (tableVersion: number) => {
      const overview = overviewIn('running', Date.now());
      const tables = overview.tables.map((table) => ({ ...table, tableVersion }));
      act(() => stores.overview.getState().receive({ ...overview, tables }));
      await settle();
    };
    for (const version of [101, 102, 103]) await commit(version);
    expect(asked('ledger.verify')).toHaveLength(2);
    prove(ledgerReport(Date.now()));
    await settle();
    expect(panel('Ledger').getByText('Agrees')).toBeTruthy();
    await commit(104);
    expect(asked('ledger.verify')).toHaveLength(2);
  });
});
