import { FailureCard } from '../../components/failure-card';
import { Panel } from '../../components/panel';
import { missing } from '../../format/missing';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useRequest } from '../../state/use-request';

/** What the log notes of one file, column by column. */
export function FileStatistics(props: {
  table: string;
  version: number;
  path: string;
  onClose: () => void;
}) {
  const { table, version, path, onClose } = props;
  const { view, value, reload } = useRequest('file.statistics', {
    table,
    atVersion: version,
    path,
  });
  if (view.kind === 'failed')
    return <FailureCard failure={view.failure} onRetry={reload} onDismiss={onClose} />;
  const title = t('data.statisticsOf', { path: path.split('/').at(-1) ?? path });
  return (
    <Panel
      title={title}
      className="diff"
      aside={
        <>
          <span className="panel-note">{t('data.statisticsNote')}</span>
          <button type="button" className="button" onClick={onClose}>
            {t('data.close')}
          </button>
        </>
      }
    >
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="figures-table rows-table">
          <thead>
            <tr>
              <th scope="col">{t('data.column')}</th>
              {(['nulls', 'least', 'most'] as const).map((name) => (
                <th key={name} scope="col" className="number">
                  {t(`data.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(value?.columns ?? []).map(({ name, nulls, least, most }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{formatInteger(nulls)}</td>
                <td className="number schema-value">{String(least ?? missing)}</td>
                <td className="number schema-value">{String(most ?? missing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
