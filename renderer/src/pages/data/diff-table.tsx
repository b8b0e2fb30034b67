import { Badge } from '../../components/badge';
import { FailureCard } from '../../components/failure-card';
import { Panel } from '../../components/panel';
import { formatExact, isNumeric } from '../../format/cells';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useRequest } from '../../state/use-request';

const tones = { added: 'green', removed: 'red', changed: 'amber' } as const;
const icons = { added: 'check', removed: 'cross', changed: 'caution' } as const;

/** What a version added, removed and changed against the one before it. */
export function DiffTable(props: { table: string; version: number; onClose: () => void }) {
  const { table, version, onClose } = props;
  const { view, value, reload } = useRequest('diff.read', {
    table,
    fromVersion: version - 1,
    toVersion: version,
  });
  if (view.kind === 'failed')
    return <FailureCard failure={view.failure} onRetry={reload} onDismiss={onClose} />;
  return (
    <Panel
      title={t('data.diff', { from: formatInteger(version - 1), to: formatInteger(version) })}
      className="diff"
      aside={
        <>
          {value && (
            <span className="panel-note">
              {t('data.diffCounts', {
                added: formatInteger(value.added),
                removed: formatInteger(value.removed),
                changed: formatInteger(value.changed),
              })}
            </span>
          )}
          <button type="button" className="button" onClick={onClose}>
            {t('data.close')}
          </button>
        </>
      }
    >
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('data.history')}>
        <table className="figures-table rows-table">
          <thead>
            <tr>
              <th scope="col">{t('data.change')}</th>
              {(value?.columns ?? []).map(({ name, type }) => (
                <th key={name} scope="col" className={isNumeric(type) ? 'number' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(value?.rows ?? []).map(({ change, before, after }, index) => (
              <tr key={index}>
                <td>
                  <Badge
                    tone={tones[change]}
                    icon={icons[change]}
                    word={t(`data.changes.${change}`)}
                  />
                </td>
                {(value?.columns ?? []).map(({ name, type }, at) => {
                  const now = (after ?? before)?.[at] ?? null;
                  const was = before?.[at] ?? null;
                  const isChanged = change === 'changed' && was !== now;
                  return (
                    <td key={name} className={isNumeric(type) ? 'number' : undefined}>
                      {isChanged && <del>{formatExact(was, type)}</del>} {formatExact(now, type)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
