import { formatInteger } from '../format/numbers';
import { formatClock } from '../format/time';
import { t } from '../languages/language';
import { useNowMs } from '../state/stores';
import { Icon } from './icon';

/**
 * Beside the title of rows that stay while the pipeline is stopped: how many (null: not
 * known), and of what time. Where
 * there is little room it shows the time, and says the rest on hover and to readers.
 */
export function StoppedNote({ rows, atMs }: { rows: number | null; atMs: number }) {
  const nowMs = useNowMs();
  const time = formatClock(atMs, nowMs);
  const text = t('panel.stoppedWithData', {
    rows: t('panel.rows', { count: rows ?? 0, figure: formatInteger(rows) }),
    time,
  });
  return (
    <span className="stopped-note" title={text}>
      <span className="stopped-note-text">{text}</span>
      <span className="stopped-note-short" aria-hidden="true">
        <Icon name="square" />
        {time}
      </span>
    </span>
  );
}
