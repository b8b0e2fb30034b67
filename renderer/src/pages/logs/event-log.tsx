import { FailureNotice } from '../../components/failure-notice';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { Announced } from '../../components/state-announcer';
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
          <span className="panel-note">
            {/* Events that merely come are not told one by one. */}
            <Announced text={page.matches === page.total ? '' : countText(page)} />
            {countText(page)}
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

const countText = ({ matches, total }: NonNullable<Events['page']>) =>
  t('logs.eventsOf', {
    count: total,
    matches: formatInteger(matches),
    total: formatInteger(total),
  });

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
