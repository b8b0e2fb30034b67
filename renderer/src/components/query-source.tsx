import { useState } from 'react';
import type { QueryResult } from '../../../main/contract/query';
import { CopyButton } from './copy-button';
import { Icon } from './icon';
import { formatInteger } from '../format/numbers';
import { formatAge, formatDuration } from '../format/time';
import { t } from '../languages/language';
import { writeAddress } from '../state/address-store';

/** Where rows come from: table versions, their age, the time it took, and the SQL itself. */
export function QuerySource({ result, nowMs }: { result: QueryResult; nowMs: number }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="query-source">
        {Object.entries(result.tableVersions).map(([table, version]) => (
          <a
            key={table}
            className="query-source-table"
            href={`#/data/${table.replace('.', '/')}?version=${version}`}
            title={t('panel.openTable')}
            data-testid="table-version"
            data-version={version}
          >
            {t('panel.source', { table, version: formatInteger(version) })}
          </a>
        ))}
        <span>{formatAge(result.committedAtMs, nowMs)}</span>
        <span className="query-source-detail">
          {t('panel.rows', {
            count: result.rows.length,
            figure: formatInteger(result.rows.length),
          })}
        </span>
        <span className="query-source-detail">
          {t('panel.took', { milliseconds: formatDuration(result.elapsedMs) })}
        </span>
        <span className="query-source-actions">
          {isOpen && (
            <a
              className="button button-quiet"
              href={`#${writeAddress('/data/sql', { sql: result.sql.trim() })}`}
            >
              {t('panel.openSql')}
            </a>
          )}
          {isOpen && <CopyButton text={result.sql} label={t('copy.action')} />}
          <button
            type="button"
            className="button button-quiet disclosure"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('panel.showSql')}
            <Icon name="chevron" />
          </button>
        </span>
      </div>
      {isOpen && (
        <pre className="sql" tabIndex={0}>
          {result.sql.trim()}
        </pre>
      )}
    </>
  );
}
