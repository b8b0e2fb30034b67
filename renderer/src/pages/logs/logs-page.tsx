import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { EventLog } from './event-log';
import { LogFiles } from './log-files';
import { LogFolder } from './log-folder';

const tabs = [
  { name: 'files', path: '/logs' },
  { name: 'events', path: '/logs/events' },
] as const;

/** What happened, when: the lines of all log files, and the app's own event log as a table. */
export function LogsPage() {
  const path = useStores('address', (state) => state.address.path);
  const shown = path.startsWith('/logs/events') ? 'events' : 'files';
  return (
    <main className="page logs-page">
      <div className="logs-head">
        <nav className="logs-tabs" aria-label={t('logs.views')}>
          {tabs.map(({ name, path: target }) => (
            <a key={name} href={`#${target}`} aria-current={name === shown ? 'page' : undefined}>
              {t(`logs.tabs.${name}`)}
            </a>
          ))}
        </nav>
        <LogFolder />
      </div>
      {shown === 'events' ? <EventLog /> : <LogFiles />}
    </main>
  );
}
