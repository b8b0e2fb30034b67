import type { SchemaChange } from '../../../../main/contract/schema-changes';
import { AnswerNote } from '../../components/answer-note';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { formatInteger } from '../../format/numbers';
import { formatMoment } from '../../format/time';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { tablePath } from '../data/data-address';
import { ViewNotice } from '../../components/view-notice';

/** Tables whose columns changed, and events that had other fields than the pack knows. */
export function SchemaPanel() {
  // A change is rare: it is looked for when the place opens, and when the pipeline begins or ends.
  const state = useStores('overview', ({ overview }) => overview?.pipeline.state ?? 'stopped');
  const answer = useRequest('schemaChanges.read', {}, state);
  const { view, value, reload } = answer;
  const hasTables = useStores('overview', ({ overview }) => (overview?.tables.length ?? 0) > 0);
  const isEmpty = value !== null && value.changes.length === 0 && value.seen.length === 0;
  return (
    <Panel
      learn="schema"
      className="schema-panel"
      title={t('quality.schema.title')}
      unit={t('quality.schema.unit')}
      aside={<AnswerNote answer={answer} limitMs={null} />}
    >
      {!value || (isEmpty && !hasTables) ? (
        <ViewNotice
          view={value ? { kind: 'empty', sinceMs: 0 } : view}
          willAppear={t('quality.willAppear.schema')}
          onRetry={reload}
        />
      ) : isEmpty ? (
        <PanelNotice
          icon="check"
          tone="green"
          title={t('quality.schema.none')}
          detail={t('quality.schema.noneDetail')}
        />
      ) : (
        <ul className="schema-changes" tabIndex={0}>
          {value.changes.map((change) => (
            <li key={`${change.table} ${change.version} ${change.column}`}>
              <span>
                <a href={`#${tablePath(change.table)}?version=${change.version}`}>
                  {t('panel.source', {
                    table: change.table,
                    version: formatInteger(change.version),
                  })}
                </a>{' '}
                {describeChange(change)}
              </span>
              <span className="unit">{formatMoment(change.committedAtMs)}</span>
            </li>
          ))}
          {value.seen.map(({ atMs, message }) => (
            <li key={`${atMs} ${message}`}>
              <span>{message}</span>
              <span className="unit">{formatMoment(atMs)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function describeChange({ column, before, after }: SchemaChange): string {
  if (before === null) return t('quality.schema.added', { column, type: after ?? '' });
  if (after === null) return t('quality.schema.removed', { column, type: before });
  return t('quality.schema.retyped', { column, before, after });
}
