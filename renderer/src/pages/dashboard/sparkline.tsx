const width = 96;
const height = 24;

/**
 * A small line without axes: the figure above it says what it is. Hidden from readers; for fewer than
 * two values its room alone, so that figures stand still.
 */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return <span className="sparkline" />;
  const most = values.reduce((high, value) => Math.max(high, value), 0) || 1;
  const step = width / Math.max(1, values.length - 1);
  const points = values.map(
    (value, index) =>
      `${(index * step).toFixed(1)},${(height - 2 - (value / most) * (height - 4)).toFixed(1)}`,
  );
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={points.join(' ')} />
    </svg>
  );
}
