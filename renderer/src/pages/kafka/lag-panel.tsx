import { useMemo, useState } from 'react';
import type { TopicLag } from '../../../../main/contract/kafka';
import { ChartMenu } from '../../charts/chart-menu';
import { TimeTable } from '../../charts/time-table';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { TableSwitch } from '../../components/table-switch';
import { SegmentedChoice } from '../../components/segmented-choice';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { useLanguage } from '../../state/use-language';
import { useRequest } from '../../state/use-request';
import { KafkaFailure } from './kafka-failure';
import { LagChart } from './lag-chart';
import { LagFigures } from './lag-figures';
import { formatLag, lagLines, lagMeasures, lagRanges } from './lag-lines';
import type { LagMeasure, LagRange } from './lag-lines';
import { lagRows } from './lag-rows';
import { useNumberSettings } from './use-number-settings';

/** The history is asked again this often (ux.md 5.4). */
const refreshMs = 5_000;

/** How far the query is behind, by partition, now and over time; `lag` null: it does not run. */
export function LagPanel({ topic, lag }: { topic: string; lag: TopicLag | null }) {
  const { lagRange, lagMeasure } = useStores('address', (state) => state.address.parameters);
  const nowMs = useNowMs();
  const [isTable, setIsTable] = useState(false);
  const range = Object.keys(lagRanges).find((name) => name === lagRange) ?? '1h';
  const measure = lagMeasures.find((name) => name === lagMeasure) ?? 'records';
  const lastMs = lagRanges[range as LagRange];
  const { view, value, reload } = useRequest(
    'lagHistory.read',
    { topic, lastMs },
    Math.floor(nowMs / refreshMs),
  );
  const limits = useNumberSettings();
  const limit = limits(measure === 'records' ? 'alerts.lagRecords' : 'alerts.lagSeconds');
  const history = value?.topic === topic ? value : null;
  const language = useLanguage();
  const lines = useMemo(
    () => (history ? lagLines(history, measure) : []),
    [history, measure, language],
  );
  // Before the first batch the lag is sampled, but not known.
  const hasPoints =
    history !== null &&
    history.lines.some((line) => line[measure].some(([, value]) => value !== null));
  return (
    <Panel
      className="kafka-lag"
      learn="offset"
      title={t(`kafka.lagTitles.${measure}`)}
      {...(measure === 'seconds' ? { unit: t('kafka.lagAge') } : {})}
      aside={
        <>
          <LagChoices measure={measure} range={range as LagRange} />
          <TableSwitch isTable={isTable} onSwitch={setIsTable} />
          {hasPoints && (
            <ChartMenu title={t('kafka.lagTitle')} rows={() => lagRows(history, measure)} />
          )}
        </>
      }
    >
      <div className="kafka-lag-body">
        <LagFigures lag={lag} />
        {hasPoints && isTable ? (
          <TimeTable
            lines={lines}
            label={t('kafka.lagTitle')}
            format={(value) => formatLag(value, measure)}
          />
        ) : hasPoints ? (
          <LagChart history={history} measure={measure} lag={lag} limit={limit} />
        ) : view.kind === 'failed' ? (
          <KafkaFailure failure={view.failure} onRetry={reload} />
        ) : (
          <PanelNotice
            icon={history ? 'clock' : 'arc'}
            spins={!history}
            title={t(history ? 'kafka.lagNone' : 'kafka.lagLoading')}
            {...(history ? { detail: t('kafka.lagNoneDetail') } : {})}
          />
        )}
      </div>
    </Panel>
  );
}

/** What is drawn and how far back, kept in the address. */
function LagChoices({ measure, range }: { measure: LagMeasure; range: LagRange }) {
  const adjust = useStores('address', (state) => state.adjust);
  return (
    <>
      <SegmentedChoice
        label={t('kafka.lagMeasure')}
        choices={lagMeasures}
        chosen={measure}
        textOf={(name) => t(`kafka.lagMeasures.${name}`)}
        onChoose={(name) => adjust({ lagMeasure: name === 'records' ? null : name })}
      />
      <SegmentedChoice
        label={t('kafka.lagRange')}
        choices={Object.keys(lagRanges) as LagRange[]}
        chosen={range}
        textOf={(name) => t(`kafka.lagRanges.${name}`)}
        onChoose={(name) => adjust({ lagRange: name === '1h' ? null : name })}
      />
    </>
  );
}
