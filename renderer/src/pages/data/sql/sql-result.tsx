import { useState } from 'react';
import type { QueryResult } from '../../../../../main/contract/query';
import { ExactTable } from '../../../components/exact-table';
import { Icon } from '../../../components/icon';
import { Menu, MenuItem } from '../../../components/menu';
import { Announced } from '../../../components/state-announcer';
import { formatInteger } from '../../../format/numbers';
import { formatAge, formatDuration } from '../../../format/time';
import { rowsAsText } from '../../../grid/copy-rows';
import { t } from '../../../languages/language';
import { useShortcut } from '../../../shortcuts/use-shortcut';
import { useNowMs } from '../../../state/stores';
import { ExportResult } from './export-result';

const copyForms = ['tsv', 'csv', 'json'] as const;

/** Rows of a statement with their types, and below them what they are and whence they come. */
export function SqlResult({ result }: { result: QueryResult }) {
  const nowMs = useNowMs();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const { columns, rows, tableVersions, committedAtMs, elapsedMs, isTruncated } = result;
  const copy = async (form: (typeof copyForms)[number]) => {
    try {
      await navigator.clipboard.writeText(rowsAsText(form, { columns, rows, table: 'result' }));
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  };
  useShortcut('copy-rows', () => void copy('tsv'));
  return (
    <>
      <Announced
        text={t('panel.rows', { count: rows.length, figure: formatInteger(rows.length) })}
      />
      {outcome && <Announced text={t(`copy.${outcome}`)} />}
      <ExactTable result={result} label={t('sql.result')} />
      <footer className="sql-footer">
        <span data-testid="sql-rows">
          {t('panel.rows', { count: rows.length, figure: formatInteger(rows.length) })}
        </span>
        {isTruncated && <strong>{t('sql.truncated', { rows: formatInteger(rows.length) })}</strong>}
        <span>{t('panel.took', { milliseconds: formatDuration(elapsedMs) })}</span>
        {Object.entries(tableVersions).map(([table, version]) => (
          <a
            key={table}
            className="query-source-table"
            href={`#/data/${table.replace('.', '/')}?version=${version}`}
            title={t('panel.openTable')}
          >
            {t('panel.source', { table, version: formatInteger(version) })}
          </a>
        ))}
        {committedAtMs !== null && <span>{formatAge(committedAtMs, nowMs)}</span>}
        <span className="sql-footer-actions">
          <ExportResult result={result} />
          <Menu
            align="end"
            trigger={
              <button type="button" className="button button-quiet">
                <Icon name="copy" />
                {outcome ? t(`copy.${outcome}`) : t('sql.copy')}
              </button>
            }
          >
            {copyForms.map((form) => (
              <MenuItem key={form} onSelect={() => void copy(form)}>
                {t(`sql.copyForms.${form}`)}
              </MenuItem>
            ))}
          </Menu>
        </span>
      </footer>
    </>
  );
}
