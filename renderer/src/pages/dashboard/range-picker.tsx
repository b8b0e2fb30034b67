import { useState } from 'react';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { ranges } from './filters';
import type { CustomRange, Filters, Range } from './filters';

/** The last minutes or hours, all, or from one time to another. */
export function RangePicker({ range }: { range: Filters['range'] }) {
  const adjust = useStores('address', (state) => state.adjust);
  const [isOpen, setIsOpen] = useState(false);
  const isCustom = typeof range !== 'string';
  const choose = (chosen: Range) => {
    setIsOpen(false);
    adjust({ range: chosen === 'all' ? null : chosen, from: null, until: null });
  };
  return (
    <>
      <div className="segmented segmented-text" role="group" aria-label={t('dashboard.range')}>
        {(Object.keys(ranges) as Range[]).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={range === one && !isOpen}
            onClick={() => choose(one)}
          >
            {t(`dashboard.ranges.${one}`)}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={isCustom || isOpen}
          aria-expanded={isOpen || isCustom}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('dashboard.ranges.custom')}
        </button>
      </div>
      {(isOpen || isCustom) && (
        <CustomFields
          key={isCustom ? `${range.from} ${range.until}` : ''}
          range={isCustom ? range : { from: null, until: null }}
          onChange={({ from, until }) => {
            setIsOpen(false);
            adjust({ range: from === null && until === null ? null : 'custom', from, until });
          }}
        />
      )}
    </>
  );
}

/** Two local times; an empty one is without a bound. */
function CustomFields(props: { range: CustomRange; onChange: (range: CustomRange) => void }) {
  const [from, setFrom] = useState(toField(props.range.from));
  const [until, setUntil] = useState(toField(props.range.until));
  const isBackward = from !== '' && until !== '' && from >= until;
  return (
    <form
      className="range-fields"
      onSubmit={(event) => {
        event.preventDefault();
        props.onChange({ from: fromField(from), until: fromField(until) });
      }}
    >
      <label>
        {t('dashboard.from')}
        <input
          type="datetime-local"
          className="text-field"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label>
        {t('dashboard.until')}
        <input
          type="datetime-local"
          className="text-field"
          value={until}
          aria-invalid={isBackward}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={isBackward}>
        {t('dashboard.apply')}
      </button>
    </form>
  );
}

/** A time as its field takes it: local, to the minute. */
function toField(time: string | null): string {
  if (time === null) return '';
  const at = new Date(time);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

const fromField = (text: string): string | null =>
  text === '' ? null : new Date(text).toISOString();
