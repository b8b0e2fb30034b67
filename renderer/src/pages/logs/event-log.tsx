import { FailureNotice } from '../../components/failure-notice';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { eventRequest, noEventFilter, readEventFilter } from './event-filter';
import { EventTable } from './event-table';
import { EventTools } from './event-tools';
import { useEvents } from './use-events';
import type { Events } from './use-events';

/** The app's own event log as a table: every start, stop, step, batch, alert and notice. */
export function EventLog() {
  const parameters = useStores('address', (state) => state.address.parameters);
  const adjust = useStores('address', (state) => state.adjust);
  const filter = readEventFilter(parameters);
  const events = useEvents(eventRequest(filter));
  const { page } = events;
  return (
    <Panel
      className="logs-panel"
      title={t('logs.tabs.events')}
      unit={t('logs.eventsUnit')}
      aside={
        page && (
          <span className="panel-note" role="status">
            {t('logs.eventsOf', {
              count: page.total,
              matches: formatInteger(page.matches),
              total: formatInteger(page.total),
            })}
          </span>
        )
      }
    >
      <div className="logs-body">
        <EventTools filter={filter} page={page} />
        {events.events.length > 0 && !events.failure ? (
          <EventTable events={events} />
        ) : (
          <NoEvents events={events} onClear={() => adjust(noEventFilter)} />
        )}
      </div>
    </Panel>
  );
}

/** Instead of events: they are being read, cannot be, are not there yet, or none matches. */
function NoEvents({ events, onClear }: { events: Events; onClear: () => void }) {
  const { page, failure, retry } = events;
  if (failure)
    return <FailureNotice failure={failure} title={t('logs.eventsFailed')} onRetry={retry} />;
  if (!page) return <PanelNotice icon="arc" spins title={t('logs.eventsLoading')} />;
  if (page.total === 0)
    return (
      <PanelNotice icon="lines" title={t('logs.eventsNone')} detail={t('logs.eventsNoneYet')} />
    );
  return (
    <PanelNotice
      icon="magnifier"
      title={t('logs.eventsNoMatch')}
      detail={t('logs.eventsNoMatchDetail', { total: formatInteger(page.total) })}
      action={
        <button type="button" className="button" onClick={onClear}>
          {t('panel.clearFilter')}
        </button>
      }
    />
  );
}
