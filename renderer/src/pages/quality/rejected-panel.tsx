import { useState } from 'react';
import type { RejectedReport } from '../../../../main/contract/rejected';
import { ChartMenu } from '../../charts/chart-menu';
import { AnswerNote } from '../../components/answer-note';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { SegmentedChoice } from '../../components/segmented-choice';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest, useTablesVersion } from '../../state/use-request';
import { RejectedChart } from './rejected-chart';
import { rejectedRows } from './rejected-rows';
import { RejectedTable } from './rejected-table';
import { ViewNotice } from '../../components/view-notice';
import { TableSwitch } from '../../components/table-switch';

/** How far back the chart goes, by the name in the address; null: since the table began. */
export const rejectedRanges = { '1h': 3_600_000, '24h': 86_400_000, all: null } as const;
type RangeName = keyof typeof rejectedRanges;

/** How many records each rule refused in each part of the time. */
export function RejectedPanel({ pack }: { pack: string | null }) {
  const { rejected } = useStores('address', (state) => state.address.parameters);
  const adjust = useStores('address', (state) => state.adjust);
  const names = Object.keys(rejectedRanges) as RangeName[];
  const range = names.find((name) => name === rejected) ?? '24h';
  const [isTable, setIsTable] = useState(false);
  const version = useTablesVersion();
  const request = { pack, lastMs: rejectedRanges[range] };
  const answer = useRequest('rejected.read', request, version);
  const { view, value, reload } = answer;
  const hasTables = useStores('overview', ({ overview }) => (overview?.tables.length ?? 0) > 0);
  const hasRows = value !== null && value.history.length > 0;
  return (
    <Panel
      className="rejected-panel"
      title={t('quality.rejected.title')}
      unit={t('quality.rejected.unit')}
      aside={
        <>
          <AnswerNote answer={answer} limitMs={null} />
          <SegmentedChoice
            label={t('quality.rejected.range')}
            choices={names}
            chosen={range}
            textOf={(name) => t(`quality.rejected.ranges.${name}`)}
            onChoose={(name) => adjust({ rejected: name === '24h' ? null : name })}
          />
          <TableSwitch isTable={isTable} onSwitch={setIsTable} />
          {hasRows && (
            <ChartMenu title={t('quality.rejected.title')} rows={() => rejectedRows(value)} />
          )}
        </>
      }
    >
      {hasRows && isTable ? (
        <RejectedTable report={value} />
      ) : hasRows ? (
        <RejectedChart report={value} />
      ) : value && hasTables ? (
        <NothingRejected report={value} />
      ) : (
        <ViewNotice
          view={value ? { kind: 'empty', sinceMs: 0 } : view}
          willAppear={t('quality.willAppear.rejected')}
          onRetry={reload}
        />
      )}
    </Panel>
  );
}

function NothingRejected({ report }: { report: RejectedReport }) {
  const rows = report.counts.reduce((sum, count) => sum + count.rows, 0);
  return (
    <PanelNotice
      icon="check"
      tone="green"
      title={t('quality.rejected.none')}
      detail={
        rows === 0
          ? t('quality.rejected.noneEver')
          : t('quality.rejected.noneNow', { count: rows, rows: formatInteger(rows) })
      }
    />
  );
}
