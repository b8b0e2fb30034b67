import { FailureNotice } from '../../components/failure-notice';
import { PanelNotice } from '../../components/panel-notice';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import type { LogPages } from './use-log-pages';

/** Instead of lines: they are being read, cannot be, are not there yet, or none matches. */
export function LogNotice({ pages, onClear }: { pages: LogPages; onClear: () => void }) {
  const { page, failure, retry } = pages;
  if (failure) return <FailureNotice failure={failure} title={t('logs.failed')} onRetry={retry} />;
  if (!page) return <PanelNotice icon="arc" spins title={t('logs.loading')} />;
  if (page.totalLines === 0)
    return <PanelNotice icon="lines" title={t('logs.none')} detail={t('logs.noneDetail')} />;
  return (
    <PanelNotice
      icon="magnifier"
      title={t('logs.noMatch')}
      detail={t('logs.noMatchDetail', { total: formatInteger(page.totalLines) })}
      action={
        <button type="button" className="button" onClick={onClear}>
          {t('panel.clearFilter')}
        </button>
      }
    />
  );
}
