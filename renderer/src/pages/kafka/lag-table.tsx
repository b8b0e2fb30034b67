import { useMemo } from 'react';
import type { LagHistory } from '../../../../main/contract/lag-history';
import { timeMoments } from '../../charts/time-moments';
import { formatClockMilliseconds } from '../../format/log-time';
import { t } from '../../languages/language';
import { useLanguage } from '../../state/use-language';
import { formatLag, lagLines } from './lag-lines';
import type { LagMeasure } from './lag-lines';

/** Rows at most: what is older is in `ops.lag_history`. */
const mostRows = 300;

/** The points of the chart as a table, newest first. */
export function LagTable(props: { history: LagHistory; measure: LagMeasure; nowMs: number }) {
  const { history, measure, nowMs } = props;
  const language = useLanguage();
  const lines = useMemo(() => lagLines(history, measure), [history, measure, language]);
  const moments = useMemo(() => timeMoments(lines).slice(0, mostRows), [lines]);
  return (
    <div className="kafka-scroll" tabIndex={0} role="group" aria-label={t('kafka.lagTitle')}>
      <table className="kafka-table">
        <thead>
          <tr>
            <th>{t('kafka.time')}</th>
            {lines.map(({ name }) => (
              <th key={name} className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moments.map(({ atMs, values }) => (
            <tr key={atMs}>
              <td>
                <time
                  dateTime={new Date(atMs).toISOString()}
                  title={t('kafka.utc', { time: new Date(atMs).toISOString().slice(0, 19) })}
                >
                  {formatClockMilliseconds(atMs, nowMs)}
                </time>
              </td>
              {values.map((value, index) => (
                <td key={index} className="number">
                  {value === undefined ? '' : formatLag(value, measure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
