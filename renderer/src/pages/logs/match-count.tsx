import { Announced } from '../../components/state-announcer';
import { formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import type { LogPages } from './use-log-pages';

/** How many lines match, of how many, and how long the search took on hover. */
export function MatchCount({ pages: { page, count } }: { pages: LogPages }) {
  if (!page || page.totalLines === 0) return null;
  const lines = (number: number) =>
    t('logs.matches', { count: number, figure: formatInteger(number) });
  const text =
    count === page.totalLines
      ? lines(count)
      : t('logs.matchesOf', { matches: formatInteger(count), total: lines(page.totalLines) });
  return (
    <span
      className="panel-note"
      title={t('logs.took', { duration: formatDuration(page.elapsedMs) })}
    >
      {/* Lines that merely come are not told one by one. */}
      <Announced text={count === page.totalLines ? '' : text} />
      {text}
    </span>
  );
}
