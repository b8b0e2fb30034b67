import { t } from '../../languages/language';
import type { Score } from './score-lines';
import { formatScore } from './score-text';

const width = 92;
const height = 22;

/**
 * The scores of a day as a small line over the dashed threshold, with the lowest in figures; it opens
 * the chart. The axis ends at 1 and begins below what is drawn, so that one bad row in a thousand
 * shows. A single score has no line: it is told in words.
 */
export function ScoreLine(props: {
  name: string;
  scores: readonly Score[];
  threshold: number;
  onOpen: () => void;
}) {
  const { name, scores, threshold, onOpen } = props;
  const last = scores.at(-1);
  if (!last) return <span className="unit">{t('quality.checks.dayNone')}</span>;
  const lowest = Math.min(...scores.map(({ score }) => score));
  const isSingle = scores.length === 1;
  const texts = {
    check: name,
    single: t('quality.checks.dayOne'),
    lowest: formatScore(lowest),
    newest: formatScore(last.score),
  };
  return (
    <button
      type="button"
      className="score-line"
      aria-label={t(isSingle ? 'quality.checks.lineOne' : 'quality.checks.line', texts)}
      title={t('quality.score.open')}
      onClick={onOpen}
    >
      {isSingle ? (
        <span className="score-single">{texts.single}</span>
      ) : (
        <Line {...{ scores, lowest, threshold }} />
      )}{' '}
      <span>{formatScore(lowest)}</span>
    </button>
  );
}

function Line(props: { scores: readonly Score[]; lowest: number; threshold: number }) {
  const { scores, lowest, threshold } = props;
  const [first, last] = [scores[0]!, scores.at(-1)!];
  const floor = Math.min(lowest, threshold, 0.98) - 0.01;
  const y = (score: number) => 2 + (1 - (score - floor) / (1 - floor)) * (height - 4);
  const span = Math.max(1, last.atMs - first.atMs);
  const x = (atMs: number) => 2 + ((atMs - first.atMs) / span) * (width - 4);
  const points = scores.map(({ score, atMs }) => `${x(atMs)},${y(score)}`).join(' ');
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} {...{ width, height }}>
      <line x1={0} x2={width} y1={y(threshold)} y2={y(threshold)} className="score-threshold" />
      <polyline points={points} />
      <circle cx={x(last.atMs)} cy={y(last.score)} r={2} />
    </svg>
  );
}
