import { useEffect, useRef } from 'react';
import type { LedgerReport } from '../../../../main/contract/ledger';
import { Figure } from '../../components/tile';
import { formatInteger } from '../../format/numbers';
import { formatAge } from '../../format/time';
import { t } from '../../languages/language';
import { lastGood } from '../../state/async-view';
import { useNowMs, useStores } from '../../state/stores';
import { differenceOf, recordsOf, sumOf } from '../quality/ledger-difference';
import { useLedger } from '../quality/use-ledger';
import { StripTile } from './strip-tile';

/** The proof reads every row: while the pipeline runs it is repeated so often, and never for more
 * than a twentieth of the time. */
const leastIntervalMs = 60_000;
const shareOfTime = 20;

/** "0 lost, 0 doubled", with the age of the proof. */
export function LedgerTile() {
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? null);
  const { view, isRunning, verify } = useLedger(pack);
  const nowMs = useNowMs();
  const report = lastGood(view);
  useRepeatedProof(isRunning, verify, state === 'running' || state === 'degraded');
  const { lost, doubled } = countMissing(report);
  return (
    <StripTile
      learn="exactlyOnce"
      title={t('strip.ledger')}
      href="/quality"
      note={describeLedger(report, isRunning, nowMs)}
      isOver={report !== null && !report.ok}
    >
      <Figure value={formatInteger(lost)} unit={t('strip.lost')} testId="ledger-lost" />
      <Figure value={formatInteger(doubled)} unit={t('strip.doubled')} testId="ledger-doubled" />
    </StripTile>
  );
}

/** Records that are nowhere, and those that are somewhere twice; null without a proof. */
export function countMissing(report: LedgerReport | null) {
  if (report === null) return { lost: null, doubled: null };
  return {
    lost: sumOf(report.partitions, (partition) => Math.max(0, differenceOf(partition))),
    doubled: sumOf(report.partitions, (partition) => Math.max(0, -differenceOf(partition))),
  };
}

function describeLedger(report: LedgerReport | null, isRunning: boolean, nowMs: number): string {
  if (report === null) return t(isRunning ? 'strip.ledgerProving' : 'strip.ledgerNone');
  if (!report.ok) return t('strip.ledgerBroken');
  return t('strip.ledgerProved', {
    count: sumOf(report.partitions, recordsOf),
    age: formatAge(report.atMs, nowMs),
    records: formatInteger(sumOf(report.partitions, recordsOf)),
  });
}

function useRepeatedProof(isRunning: boolean, verify: () => void, isWanted: boolean): void {
  const beganAtMs = useRef<number | null>(null);
  useEffect(() => {
    if (isRunning) {
      beganAtMs.current = Date.now();
      return;
    }
    // The first proof is asked for by the place itself.
    if (!isWanted || beganAtMs.current === null) return;
    const tookMs = Date.now() - beganAtMs.current;
    const timer = setTimeout(verify, Math.max(leastIntervalMs, shareOfTime * tookMs));
    return () => clearTimeout(timer);
  }, [isRunning, verify, isWanted]);
}
