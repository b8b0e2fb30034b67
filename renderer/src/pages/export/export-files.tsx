import type { ExportDone } from '../../../../main/contract/export';
import { Badge } from '../../components/badge';
import { missing } from '../../format/missing';
import { formatBytes, formatInteger } from '../../format/numbers';
import { exportNoticeText } from '../../languages/event-text';
import { t } from '../../languages/language';

/** The files of a finished export, each with its source and its self-check; notices below. */
export function ExportFiles({ done, label }: { done: ExportDone; label: string }) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="figures-table rows-table">
        <thead>
          <tr>
            <th scope="col">{t('export.file')}</th>
            <th scope="col" className="number">
              {t('export.rows')}
            </th>
            <th scope="col" className="number">
              {t('export.size')}
            </th>
            <th scope="col">{t('export.source')}</th>
            <th scope="col">{t('export.selfCheck')}</th>
          </tr>
        </thead>
        <tbody>
          {done.files.map((file) => (
            <tr key={file.path}>
              <td>
                <code>{file.path}</code>
              </td>
              <td className="number">{formatInteger(file.rows)}</td>
              <td className="number">{formatBytes(file.bytes)}</td>
              <td>
                {file.table === null
                  ? missing
                  : t('panel.source', {
                      table: file.table,
                      version: formatInteger(file.tableVersion),
                    })}
              </td>
              <td>
                <Badge
                  tone={file.selfCheck.passed ? 'green' : 'red'}
                  icon={file.selfCheck.passed ? 'check' : 'octagon'}
                  word={t(file.selfCheck.passed ? 'export.passed' : 'export.failed')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {done.notices.map((notice) => (
        <p key={notice.message} className="panel-note export-notice">
          {exportNoticeText(notice)}
        </p>
      ))}
    </div>
  );
}
