import { t } from '../../languages/language';
import { formatScore } from './score-text';

const width = 92;
const height = 22;

/**
 * The scores of a day as a small line over the dashed threshold, with the lowest in figures. The
 * axis ends at 1 and begins below what is drawn, so that one bad row in a thousand shows.
 */
export function ScoreLine(props: {
  name: string;
  scores: readonly { readonly score: number; readonly atMs: number }[];
  threshold: number;
}) {
  const { name, scores, threshold } = props;
  const [first, last] = [scores[0], scores.at(-1)];
  if (!first || !last) return <span className="unit">{t('quality.checks.dayNone')}</span>;
  const lowest = Math.min(...scores.map(({ score }) => score));
  const floor = Math.min(lowest, threshold, 0.98) - 0.01;
  const y = (score: number) => 2 + (1 - (score - floor) / (1 - floor)) * (height - 4);
  const span = Math.max(1, last.atMs - first.atMs);
  const x = (atMs: number) => 2 + ((atMs - first.atMs) / span) * (width - 4);
  const points = scores.map(({ score, atMs }) => `${x(atMs)},${y(score)}`).join(' ');
  const texts = {
    check: name,
    lowest: formatScore(lowest),
    newest: formatScore(last.score),
  };
  return (
    <span className="score-line">
      <svg
        role="img"
        aria-label={t('quality.checks.line', texts)}
        viewBox={`0 0 ${width} ${height}`}
        {...{ width, height }}
      >
        <line x1={0} x2={width} y1={y(threshold)} y2={y(threshold)} className="score-threshold" />
        <polyline points={points} />
        <circle cx={x(last.atMs)} cy={y(last.score)} r={2} />
      </svg>
      <span>{formatScore(lowest)}</span>
    </span>
  );
}
