import { useState } from 'react';
import type { QueryResult } from '../../../main/contract/query';
import { CopyButton } from './copy-button';
import { Icon } from './icon';
import { formatInteger } from '../format/numbers';
import { formatAge, formatDuration } from '../format/time';
import { t } from '../languages/language';

/** Where rows come from: table versions, their age, the time it took, and the SQL itself. */
export function QuerySource({ result, nowMs }: { result: QueryResult; nowMs: number }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="query-source">
        {Object.entries(result.tableVersions).map(([table, version]) => (
          <span key={table} data-testid="table-version" data-version={version}>
            {t('panel.source', { table, version: formatInteger(version) })}
          </span>
        ))}
        <span>{formatAge(result.committedAtMs, nowMs)}</span>
        <span className="query-source-detail">
          {t('panel.rows', { count: result.rows.length })}
        </span>
        <span className="query-source-detail">
          {t('panel.took', { milliseconds: formatDuration(result.elapsedMs) })}
        </span>
        <span className="query-source-actions">
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
