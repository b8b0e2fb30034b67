import { useEffect, useState } from 'react';
import { eventSeverities } from '../../../../main/contract/event-log';
import type { EventLogPage } from '../../../../main/contract/event-log';
import { Icon } from '../../components/icon';
import { t, tOr } from '../../languages/language';
import { useStores } from '../../state/stores';
import { componentName } from './component-name';
import type { EventFilter } from './event-filter';
import { RangeSelect } from './range-select';

/** The address is changed when the typing rests this long. */
const restMs = 200;

/** Which events are shown: kind, component, severity, time and text, all kept in the address. */
export function EventTools({ filter, page }: { filter: EventFilter; page: EventLogPage | null }) {
  const adjust = useStores('address', (state) => state.adjust);
  const [draft, setDraft] = useState(filter.text);
  useEffect(() => setDraft(filter.text), [filter.text]);
  useEffect(() => {
    if (draft === filter.text) return;
    const timer = setTimeout(() => adjust({ text: draft === '' ? null : draft }), restMs);
    return () => clearTimeout(timer);
  }, [draft, filter.text, adjust]);
  return (
    <div className="log-tools">
      <Choice
        label={t('logs.kind')}
        value={filter.kind}
        values={page?.kinds ?? []}
        all={t('logs.allKinds')}
        name={(kind) => tOr(`logs.kinds.${kind}`, kind)}
        onChoose={(kind) => adjust({ kind })}
      />
      <Choice
        label={t('logs.component')}
        value={filter.component}
        values={page?.components ?? []}
        all={t('logs.allComponents')}
        name={componentName}
        onChoose={(component) => adjust({ component })}
      />
      <select
        className="log-select"
        aria-label={t('logs.leastLevel')}
        value={filter.leastSeverity}
        onChange={({ target }) =>
          adjust({ severity: target.value === 'info' ? null : target.value })
        }
      >
        {eventSeverities.map((severity) => (
          <option key={severity} value={severity}>
            {t(`logs.atLeast.${severity}`)}
          </option>
        ))}
      </select>
      <RangeSelect range={filter.range} onChange={(range) => adjust({ range })} />
      <div className="log-search" role="search">
        <Icon name="magnifier" />
        <input
          type="search"
          aria-label={t('logs.search')}
          placeholder={t('logs.searchText')}
          title={t('logs.patternHelp')}
          value={draft}
          maxLength={1000}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setDraft('')}
        />
      </div>
    </div>
  );
}

/** One of the values that there are, or all of them. */
function Choice(props: {
  label: string;
  value: string | null;
  values: readonly string[];
  all: string;
  name(value: string): string;
  onChoose(value: string | null): void;
}) {
  const { label, value, values, all, name, onChoose } = props;
  // The address may name one that no event has any more.
  const shown = value === null || values.includes(value) ? values : [...values, value];
  return (
    <select
      className="log-select"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
    >
      <option value="">{all}</option>
      {shown.map((one) => (
        <option key={one} value={one}>
          {name(one)}
        </option>
      ))}
    </select>
  );
}
