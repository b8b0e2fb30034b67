import { segmentsOf } from './revenue-rows';
import type { RevenueRow } from './revenue-rows';

/** The segments with their shade and pattern, in a neutral colour: each bar has its country's own. */
export function RevenueLegend({ rows }: { rows: readonly RevenueRow[] }) {
  return (
    <ul className="legend">
      {segmentsOf(rows).map((segment) => (
        <li key={segment.code}>
          <i className={`swatch swatch-${segment.shade % 3}`} aria-hidden="true" />
          {segment.label}
        </li>
      ))}
    </ul>
  );
}
