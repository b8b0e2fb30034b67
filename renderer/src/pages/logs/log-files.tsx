import { useCallback, useMemo, useState } from 'react';
import { finderOf } from '../../../../main/contract/log-search';
import { keptLogLines } from '../../../../main/contract/logs';
import { Panel } from '../../components/panel';
import { VirtualList } from '../../components/virtual-list';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { FollowState } from './follow-state';
import { noFilter, readLogFilter, requestOf } from './log-filter';
import { LogNotice } from './log-notice';
import { LogRow } from './log-row';
import { LogTools } from './log-tools';
import { CopyLines } from './copy-lines';
import { MatchCount } from './match-count';
import { SaveLines } from './save-lines';
import { useLogPages } from './use-log-pages';

const rowHeightPx = 22;

/** All log files of the data folder as one list, newest at its end. */
export function LogFiles() {
  const parameters = useStores('address', (state) => state.address.parameters);
  const adjust = useStores('address', (state) => state.adjust);
  const nowMs = useNowMs();
  const filter = useMemo(() => readLogFilter(parameters), [parameters]);
  const { text, isPattern } = filter;
  const request = requestOf(filter);
  // The line through which the list goes; null follows the newest.
  const [through, setThrough] = useState<number | null>(null);
  const pages = useLogPages(request, through);
  const find = useMemo(
    () => (text === '' ? null : finderOf({ text, isPattern })),
    [text, isPattern],
  );
  const wraps = parameters['wrap'] === '1';
  const known = pages.page?.through ?? null;
  const follow = useCallback((follows: boolean) => setThrough(follows ? null : known), [known]);
  const hasLines = pages.count > 0 && !pages.failure;
  return (
    <Panel
      className="logs-panel"
      title={t('logs.title')}
      unit={t('logs.unit', { most: formatInteger(keptLogLines) })}
      aside={<MatchCount pages={pages} />}
      footer={
        <div className="log-footer">
          <FollowState
            isFollowing={through === null}
            newerCount={pages.page?.newerCount ?? 0}
            onFollow={follow}
          />
          <label className="log-wrap">
            <input
              type="checkbox"
              checked={wraps}
              onChange={() => adjust({ wrap: wraps ? null : '1' })}
            />
            {t('logs.wrap')}
          </label>
          <CopyLines filter={request} through={through} />
          <SaveLines filter={request} through={through} />
        </div>
      }
    >
      <div className="logs-body">
        <LogTools filter={filter} />
        {hasLines ? (
          <VirtualList
            key={wraps ? 'wrapped' : 'cut'}
            className={wraps ? 'log-list log-list-wrapped' : 'log-list'}
            label={t('logs.list')}
            count={pages.count}
            rowHeightPx={rowHeightPx}
            follows={through === null}
            onFollow={follow}
            onRange={pages.need}
            row={(index) => <LogRow line={pages.lineAt(index)} nowMs={nowMs} find={find} />}
          />
        ) : (
          <LogNotice pages={pages} onClear={() => adjust(noFilter)} />
        )}
      </div>
    </Panel>
  );
}
