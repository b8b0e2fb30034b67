import { useState } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { formatAge, formatDuration } from '../../format/time';
import { t } from '../../languages/language';

/** Where rows come from: table versions, their age, the time it took, and the SQL itself. */
export function QuerySource({ result, nowMs }: { result: QueryResult; nowMs: number }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="query-source">
        {Object.entries(result.tableVersions).map(([table, version]) => (
          <span key={table} data-testid="table-version" data-version={version}>
            {t('revenue.source', { table, version: formatInteger(version) })}
          </span>
        ))}
        <span>{formatAge(result.committedAtMs, nowMs)}</span>
        <span>{t('revenue.groups', { count: result.rows.length })}</span>
        <span>{t('revenue.took', { milliseconds: formatDuration(result.elapsedMs) })}</span>
        <span className="query-source-actions">
          {isOpen && <CopyButton text={result.sql} label={t('copy.action')} />}
          <button
            type="button"
            className="button button-quiet disclosure"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('revenue.showSql')}
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
