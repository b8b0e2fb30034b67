import { useEffect, useRef, useState } from 'react';
import { formatRate } from '../../format/numbers';
import { t } from '../../languages/language';
import { clampRate, positionToRate, rateLimits, ratePositions, rateToPosition } from './rate-scale';

export interface RateControlProps {
  /** The rate that holds now, in records per second. */
  readonly ratePerSecond: number;
  readonly isEnabled: boolean;
  /** Resolves when the producer took the rate or refused it. */
  readonly onChange: (ratePerSecond: number) => Promise<void>;
}

/** A pause this long ends a drag; then the rate is sent. */
const settleMs = 150;

/** The producer's rate while it runs: a logarithmic slider, and a number for an exact rate. */
export function RateControl({ ratePerSecond, isEnabled, onChange }: RateControlProps) {
  // The person's own value stands until the producer answered.
  const [draft, setDraft] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (rate: number) => {
    setDraft(rate);
    clearTimeout(timer.current);
    if (!Number.isFinite(rate)) return;
    timer.current = setTimeout(() => {
      void onChange(clampRate(rate)).then(() =>
        setDraft((newest) => (newest === rate ? null : newest)),
      );
    }, settleMs);
  };
  const rate = draft ?? ratePerSecond;
  return (
    <div className="rate-control" title={isEnabled ? undefined : t('strip.rateStopped')}>
      <input
        type="range"
        aria-label={t('strip.rate')}
        aria-valuetext={t('strip.rateValue', { rate: formatRate(rate) })}
        min={0}
        max={ratePositions}
        value={rateToPosition(Number.isFinite(rate) ? rate : ratePerSecond)}
        disabled={!isEnabled}
        onChange={(event) => change(positionToRate(Number(event.target.value)))}
      />
      <input
        type="number"
        aria-label={t('strip.rate')}
        data-testid="producer-rate"
        min={rateLimits.min}
        max={rateLimits.max}
        step="any"
        value={Number.isFinite(rate) ? rate : ''}
        disabled={!isEnabled}
        onChange={(event) => change(event.target.valueAsNumber)}
        onBlur={() => setDraft((typed) => (Number.isFinite(typed) ? typed : null))}
      />
      <span className="unit">{t('strip.perSecond')}</span>
    </div>
  );
}
