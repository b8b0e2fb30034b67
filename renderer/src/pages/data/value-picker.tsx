import { useEffect, useRef, useState } from 'react';
import { mostColumnValues } from '../../../../main/contract/column-values';
import type { ColumnValues } from '../../../../main/contract/column-values';
import type { RecordFilter } from '../../../../main/contract/records';
import { DropPanel } from '../../components/drop-panel';
import { FailureNotice } from '../../components/failure-notice';
import { PanelNotice } from '../../components/panel-notice';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useEndableRequest } from '../../state/use-request';
import { useRested } from '../../state/use-rested';

interface Picked {
  readonly table: string;
  /** Null: the newest. */
  readonly version: number | null;
  /** A column of text. */
  readonly column: string;
  /** The other conditions that hold: the rows are counted that these let through. */
  readonly filters: readonly RecordFilter[];
  readonly chosen: readonly string[];
  /** None: the column is not filtered by a list any more. */
  onChoose: (values: readonly string[]) => void;
}

/** Beside the typed condition on a column of text: a list of its values to pick from. */
export function ValuePicker(props: Picked) {
  const [isOpen, setIsOpen] = useState(false);
  const label = t('data.pick.label', { column: props.column });
  return (
    <DropPanel
      text={t('data.pick.open')}
      label={label}
      side="left"
      isOpen={isOpen}
      onToggle={setIsOpen}
    >
      {(close) => <ValueList {...props} onClose={close} />}
    </DropPanel>
  );
}

function ValueList(props: Picked & { onClose: () => void }) {
  const { table, version, column, filters, onChoose, onClose } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(props.chosen));
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const { view, value, reload } = useEndableRequest('column.values', {
    ...{ table, atVersion: version, column, filters: [...filters] },
    ...{ search: useRested(text), limit: mostColumnValues },
  });
  const toggle = (one: string) => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    setChosen(next);
  };
  return (
    <>
      <input
        ref={search}
        type="search"
        className="text-field"
        aria-label={t('data.pick.search')}
        placeholder={t('data.pick.search')}
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          // It would add the typed condition.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {view.kind === 'failed' ? (
        <FailureNotice failure={view.failure} onRetry={reload} />
      ) : view.kind === 'loading' ? (
        <PanelNotice icon="arc" spins title={t('panel.loading')} />
      ) : (
        <Values found={value} chosen={chosen} onToggle={toggle} />
      )}
      <footer>
        <span className="panel-note">
          {t('data.pick.chosen', { count: chosen.size, figure: formatInteger(chosen.size) })}
        </span>
        <button type="button" className="button" onClick={onClose}>
          {t('data.close')}
        </button>
        <button
          type="button"
          className="button button-strong"
          disabled={chosen.size === 0 && props.chosen.length === 0}
          onClick={() => {
            onChoose([...chosen]);
            onClose();
          }}
        >
          {t('data.pick.apply')}
        </button>
      </footer>
    </>
  );
}

function Values(props: {
  /** Null: the table is not there. */
  found: ColumnValues | null;
  chosen: ReadonlySet<string>;
  onToggle: (value: string) => void;
}) {
  const { found, chosen, onToggle } = props;
  if (!found || found.values.length === 0)
    return <p className="panel-note">{t('data.pick.none')}</p>;
  return (
    <>
      <ul className="values">
        {found.values.map(({ value, rows }) => (
          <li key={value}>
            <label title={value}>
              <input type="checkbox" checked={chosen.has(value)} onChange={() => onToggle(value)} />
              <span className="value-text">{value === '' ? '""' : value}</span>
              <span className="unit">{formatInteger(rows)}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.isTruncated && (
        <p className="panel-note">
          {t('data.pick.most', { figure: formatInteger(found.values.length) })}
        </p>
      )}
    </>
  );
}
