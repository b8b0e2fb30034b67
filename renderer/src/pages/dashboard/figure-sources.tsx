import { formatInteger } from '../../format/numbers';
import { formatAge, formatMoment } from '../../format/time';
import { t } from '../../languages/language';
import { writeAddress } from '../../state/address-store';
import { useNowMs } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { figureFilters } from './figure-filters';
import type { OpenedFigure } from './open-figure';

/** The tables that a figure was read from: version, rows, commit time and age of each. */
export function FigureSources({ opened }: { opened: OpenedFigure }) {
  return (
    <table className="figures-table figure-sources">
      <thead>
        <tr>
          <th scope="col">{t('figure.table')}</th>
          <th scope="col" className="number">
            {t('figure.version')}
          </th>
          <th scope="col" className="number">
            {t('figure.rows')}
          </th>
          <th scope="col">{t('figure.committed')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {Object.entries(opened.result.tableVersions).map(([table, version]) => (
          <Source key={table} opened={opened} table={table} version={version} />
        ))}
      </tbody>
    </table>
  );
}

function Source(props: { opened: OpenedFigure; table: string; version: number }) {
  const { opened, table, version } = props;
  const nowMs = useNowMs();
  const page = useRequest('records.readPage', { table, atVersion: version, limit: 1 }).value;
  const filters = figureFilters(opened, page?.columns ?? []);
  const href = writeAddress(`/data/${table.replace('.', '/')}`, {
    version: String(version),
    filter: filters.length === 0 ? null : JSON.stringify(filters),
  });
  return (
    <tr>
      <th scope="row">
        <code>{table}</code>
      </th>
      <td className="number">{formatInteger(version)}</td>
      <td className="number">{formatInteger(page?.totalRows ?? null)}</td>
      <td>
        {page && (
          <>
            {formatMoment(page.committedAtMs)} <span>({formatAge(page.committedAtMs, nowMs)})</span>
          </>
        )}
      </td>
      <td className="row-actions">
        <a className="button" href={`#${href}`}>
          {t('figure.openInGrid')}
        </a>
      </td>
    </tr>
  );
}
