import type { LogLevel, LogLine } from '../../../../main/contract/logs';
import type { FoundRange } from '../../../../main/contract/log-search';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon';
import type { Tone } from '../../components/badge';
import { formatClockMilliseconds } from '../../format/log-time';
import { t } from '../../languages/language';

const looks: Record<LogLevel, { tone: Tone; icon: IconName | null }> = {
  debug: { tone: 'neutral', icon: null },
  info: { tone: 'neutral', icon: null },
  warning: { tone: 'amber', icon: 'triangle' },
  error: { tone: 'red', icon: 'octagon' },
};

/** One line: its time (UTC on hover), source, level in a word, and the text with what was found. */
export function LogRow(props: {
  line: LogLine | null;
  nowMs: number;
  find: ((text: string) => FoundRange[] | null) | null;
}) {
  const { line, nowMs, find } = props;
  // Its page is on the way.
  if (!line) return <div className="log-row log-row-missing">…</div>;
  const { tone, icon } = looks[line.level];
  const utc = new Date(line.atMs).toISOString();
  return (
    <div className={`log-row tone-${tone}`} data-level={line.level}>
      <time dateTime={utc} title={t('logs.utc', { time: utc.slice(0, -1).replace('T', ' ') })}>
        {formatClockMilliseconds(line.atMs, nowMs)}
      </time>
      <span className="log-source">{t(`logs.source.${line.source}`)}</span>
      <span className="log-level">
        {icon && <Icon name={icon} />}
        {t(`logs.level.${line.level}`)}
      </span>
      <span className="log-text" title={line.text}>
        {marked(line.text, find?.(line.text) ?? [])}
      </span>
    </div>
  );
}

function marked(text: string, ranges: readonly FoundRange[]) {
  if (ranges.length === 0) return text;
  const ends = [0, ...ranges.map(([, end]) => end)];
  return (
    <>
      {ranges.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
