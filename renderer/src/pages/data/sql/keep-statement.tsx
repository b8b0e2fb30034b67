import { useState } from 'react';
import { failureText } from '../../../languages/failure-text';
import { pinnedCharts } from '../../../../../main/contract/pinned-query';
import type { PinnedChart } from '../../../../../main/contract/pinned-query';
import type { QueryResult } from '../../../../../main/contract/query';
import { failureOf } from '../../../api/client-failure';
import { chartsFor } from '../../../charts/pinned-chart';
import { Icon } from '../../../components/icon';
import { Announced } from '../../../components/state-announcer';
import { t } from '../../../languages/language';
import { useClient } from '../../../state/client-context';
import { NameForm } from './name-form';

/** Keeps the statement under a name, or as a panel of the dashboard. */
export function KeepStatement(props: {
  sql: string;
  /** What the statement answered as it stands; null before it was run. */
  result: QueryResult | null;
  onSaved: () => void;
}) {
  const { sql, result } = props;
  const client = useClient();
  const [asks, setAsks] = useState<'save' | 'pin' | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [chosen, setChosen] = useState<PinnedChart | null>(null);
  const [pinnedAs, setPinnedAs] = useState<string | null>(null);
  const fitting = result ? chartsFor(result) : [];
  const chart = chosen !== null && fitting.includes(chosen) ? chosen : (fitting[0] ?? 'table');
  const close = () => {
    setAsks(null);
    setRefusal(null);
  };
  const keep = async (name: string) => {
    try {
      if (asks === 'pin') {
        await client.request('pinnedQuery.pin', { name, sql, chart });
        setPinnedAs(name);
      } else {
        await client.request('savedQuery.save', { name, sql });
        props.onSaved();
      }
      close();
    } catch (thrown) {
      setRefusal(failureText(failureOf(thrown)).title);
    }
  };
  if (asks !== null)
    return (
      <NameForm
        initial=""
        action={t(asks === 'pin' ? 'sql.pin' : 'sql.save')}
        refusal={refusal}
        onSubmit={(name) => void keep(name)}
        onClose={close}
      >
        {asks === 'pin' && (
          <select
            className="select"
            aria-label={t('sql.chart')}
            value={chart}
            onChange={(event) => setChosen(event.target.value as PinnedChart)}
          >
            {pinnedCharts
              .filter((one) => fitting.includes(one))
              .map((one) => (
                <option key={one} value={one}>
                  {t(`sql.charts.${one}`)}
                </option>
              ))}
          </select>
        )}
      </NameForm>
    );
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={sql.trim() === ''}
        onClick={() => setAsks('save')}
      >
        {t('sql.save')}
      </button>
      <button
        type="button"
        className="button"
        disabled={result === null}
        title={result === null ? t('sql.pinAfterRun') : undefined}
        onClick={() => setAsks('pin')}
      >
        <Icon name="gauge" />
        {t('sql.pinToDashboard')}
      </button>
      <span className="kept-note">
        {pinnedAs !== null && <Announced text={t('sql.pinned', { name: pinnedAs })} />}
        {pinnedAs !== null && <a href="#/dashboard">{t('sql.pinned', { name: pinnedAs })}</a>}
      </span>
    </>
  );
}
