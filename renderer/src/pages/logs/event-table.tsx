import { useRef } from 'react';
import type { LoggedEvent } from '../../../../main/contract/event-log';
import { Icon } from '../../components/icon';
import { useVirtualRows } from '../../components/use-virtual-rows';
import { formatClockMilliseconds } from '../../format/log-time';
import { eventText } from '../../languages/event-text';
import { t, tOr } from '../../languages/language';
import { useNowMs } from '../../state/stores';
import { componentName } from './component-name';
import { linesAround, placeOfEvent } from './event-address';
import type { Events } from './use-events';

const rowHeightPx = 28;
const looks = {
  info: { tone: 'neutral', icon: null },
  warning: { tone: 'amber', icon: 'triangle' },
  error: { tone: 'red', icon: 'octagon' },
} as const;

/** Events as a table of any length, newest first; a row opens what it is about, or its log lines. */
export function EventTable({ events: { events, page, isReading, readOlder } }: { events: Events }) {
  const box = useRef<HTMLDivElement>(null);
  const nowMs = useNowMs();
  const rows = useVirtualRows(box, events.length, rowHeightPx);
  const columns = ['time', 'kind', 'component', 'leastLevel', 'message'] as const;
  return (
    <div
      ref={box}
      className="event-scroll"
      tabIndex={0}
      role="group"
      aria-label={t('logs.tabs.events')}
    >
      <table className="figures-table event-table" aria-rowcount={events.length + 1}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`logs.${name}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('logs.lines')}</span>
            </th>
          </tr>
        </thead>
        <Spacer heightPx={rows.abovePx} />
        <tbody>
          {rows.indexes.map((index) => (
            <EventRow key={events[index]!.number} event={events[index]!} {...{ index, nowMs }} />
          ))}
        </tbody>
        <Spacer heightPx={rows.belowPx} />
      </table>
      {page && events.length < page.matches && (
        <button
          type="button"
          className="button event-older"
          disabled={isReading}
          onClick={readOlder}
        >
          {t('logs.older')}
        </button>
      )}
    </div>
  );
}

/** The room of the rows that are not drawn. */
function Spacer({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ height: heightPx }} />
    </tbody>
  );
}

function EventRow(props: { event: LoggedEvent; index: number; nowMs: number }) {
  const { event, index, nowMs } = props;
  const { tone, icon } = looks[event.severity];
  const message = eventText(event);
  const place = placeOfEvent(event);
  const utc = new Date(event.atMs).toISOString();
  return (
    <tr aria-rowindex={index + 2} className={`tone-${tone}`}>
      <td>
        <time dateTime={utc} title={t('logs.utc', { time: utc.slice(0, -1).replace('T', ' ') })}>
          {formatClockMilliseconds(event.atMs, nowMs)}
        </time>
      </td>
      <td>{tOr(`logs.kinds.${event.kind}`, event.kind)}</td>
      <td>{componentName(event.component)}</td>
      <td>
        <span className="log-level">
          {icon && <Icon name={icon} />}
          {t(`logs.level.${event.severity}`)}
        </span>
      </td>
      <td className="event-message" title={message}>
        {place ? <a href={`#${place}`}>{message}</a> : message}
      </td>
      <td>
        <a href={`#${linesAround(event)}`}>{t('logs.lines')}</a>
      </td>
    </tr>
  );
}
