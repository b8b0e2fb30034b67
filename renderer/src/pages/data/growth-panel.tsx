import { useState } from 'react';
import { ChartMenu } from '../../charts/chart-menu';
import { timeRows } from '../../charts/time-moments';
import { TimeTable } from '../../charts/time-table';
import { AnswerNote } from '../../components/answer-note';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { ViewNotice } from '../../components/view-notice';
import { TableSwitch } from '../../components/table-switch';
import { SegmentedChoice } from '../../components/segmented-choice';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { GrowthChart } from './growth-chart';
import { formatGrowth, growthLines, growthMeasures, growthRanges } from './growth-lines';
import type { GrowthMeasure, GrowthRange } from './growth-lines';

/** While the pipeline runs, what was measured is asked anew after this time. */
const renewAfterMs = 15_000;

/** How many live files a table had and what they took, as it was measured while the pipeline ran. */
export function GrowthPanel({ table }: { table: string }) {
  const { growth, growthRange } = useStores('address', (state) => state.address.parameters);
  const state = useStores('overview', ({ overview }) => overview?.pipeline.state ?? 'stopped');
  const round = Math.floor(useNowMs() / renewAfterMs);
  const [isTable, setIsTable] = useState(false);
  const measure = growthMeasures.find((name) => name === growth) ?? 'files';
  const range = (Object.keys(growthRanges) as GrowthRange[]).find((name) => name === growthRange);
  const shown = range ?? '24h';
  const isMeasured = state === 'running' || state === 'degraded';
  const answer = useRequest(
    'tables.growth',
    { table, lastMs: growthRanges[shown] },
    isMeasured ? round : state,
  );
  const { view, value, reload } = answer;
  const title = t('data.growth.title');
  const hasPoints = value !== null && value[measure].some(([, one]) => one !== null);
  return (
    <Panel
      title={title}
      unit={t(`data.growth.units.${measure}`)}
      className="growth-panel"
      aside={
        <>
          <AnswerNote answer={answer} limitMs={4 * renewAfterMs} />
          <GrowthChoices measure={measure} range={shown} />
          <TableSwitch isTable={isTable} onSwitch={setIsTable} />
          {hasPoints && (
            <ChartMenu
              title={`${title} ${table}`}
              rows={() => timeRows(growthLines(value, measure), [measure])}
            />
          )}
        </>
      }
    >
      {value === null ? (
        <ViewNotice view={view} willAppear={t('data.growth.willAppear')} onRetry={reload} />
      ) : !hasPoints ? (
        <PanelNotice icon="clock" title={t('kafka.lagNone')} detail={t('data.growth.noneDetail')} />
      ) : isTable ? (
        <TimeTable
          lines={growthLines(value, measure)}
          label={title}
          format={(figure) => formatGrowth(figure, measure)}
        />
      ) : (
        <GrowthChart growth={value} measure={measure} />
      )}
    </Panel>
  );
}

/** What is drawn and how far back, kept in the address. */
function GrowthChoices({ measure, range }: { measure: GrowthMeasure; range: GrowthRange }) {
  const adjust = useStores('address', (state) => state.adjust);
  return (
    <>
      <SegmentedChoice
        label={t('data.growth.measure')}
        choices={growthMeasures}
        chosen={measure}
        textOf={(name) => t(`data.growth.measures.${name}`)}
        onChoose={(name) => adjust({ growth: name === 'files' ? null : name })}
      />
      <SegmentedChoice
        label={t('kafka.lagRange')}
        choices={Object.keys(growthRanges) as GrowthRange[]}
        chosen={range}
        textOf={(name) => t(`kafka.lagRanges.${name}`)}
        onChoose={(name) => adjust({ growthRange: name === '24h' ? null : name })}
      />
    </>
  );
}
