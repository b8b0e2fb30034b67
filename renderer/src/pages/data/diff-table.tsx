import { Badge } from '../../components/badge';
import { FailureCard } from '../../components/failure-card';
import { Panel } from '../../components/panel';
import { formatExact, isNumeric } from '../../format/cells';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useRequest } from '../../state/use-request';

const tones = { added: 'green', removed: 'red', changed: 'amber' } as const;
const icons = { added: 'check', removed: 'cross', changed: 'caution' } as const;

/** What a version added, removed and changed against an earlier one; changed cells are marked. */
export function DiffTable(props: {
  table: string;
  from: number;
  version: number;
  onFrom: (version: number) => void;
  onClose: () => void;
}) {
  const { table, from, version, onFrom, onClose } = props;
  const { view, value, reload } = useRequest('diff.read', {
    table,
    fromVersion: from,
    toVersion: version,
  });
  if (view.kind === 'failed')
    return <FailureCard failure={view.failure} onRetry={reload} onDismiss={onClose} />;
  return (
    <Panel
      title={t('data.diff', { from: formatInteger(from), to: formatInteger(version) })}
      className="diff"
      aside={
        <>
          <label className="diff-from">
            {t('data.diffFrom')}
            <input
              type="number"
              min={0}
              max={version - 1}
              value={from}
              onChange={({ target }) => {
                const chosen = target.valueAsNumber;
                if (Number.isInteger(chosen) && chosen >= 0 && chosen < version) onFrom(chosen);
              }}
            />
          </label>
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
                {(value?.columns ?? []).map(({ name, type, unit }, at) => {
                  const now = (after ?? before)?.[at] ?? null;
                  const was = before?.[at] ?? null;
                  const isChanged = change === 'changed' && was !== now;
                  return (
                    <td
                      key={name}
                      className={isNumeric(type) ? 'number' : undefined}
                      data-changed={isChanged}
                    >
                      {isChanged && <del>{formatExact(was, type, unit)}</del>}{' '}
                      {isChanged ? (
                        <ins>{formatExact(now, type, unit)}</ins>
                      ) : (
                        formatExact(now, type, unit)
                      )}
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
