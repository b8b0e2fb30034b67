import type { SettingsReport } from '../../../../main/contract/settings';
import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { eventText } from '../../languages/event-text';
import { t } from '../../languages/language';

/** Where the settings are kept, and the entries of the file that could not be used. */
export function SettingsFile({ report }: { report: SettingsReport }) {
  return (
    <footer className="settings-file">
      {report.problems.length > 0 && (
        <section className="settings-problems tone-amber">
          <h3>
            <Icon name="triangle" />
            {t('settings.problems', { count: report.problems.length })}
          </h3>
          <ul>
            {report.problems.map((problem) => (
              <li key={problem.message}>{eventText(problem)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="settings-path">
        <span>{t('settings.file')}</span>
        <code title={report.file}>{report.file}</code>
        <CopyButton text={report.file} label={t('copy.action')} />
      </p>
    </footer>
  );
}
