import type { QualityReport, QualityScore } from '../../contract/quality';
import { formatInteger, formatTable } from './format';

const score = (one: QualityScore | null) => (one === null ? '—' : one.score.toFixed(4));

/** The scorecard for people: the checks, then the rules that rows broke. */
export function qualityText({ pack, checks, rules }: QualityReport): string {
  const rows = checks.map((check) => {
    const newest = check.table ?? check.batch;
    return [
      check.passed ? '✓' : '✗',
      check.check,
      score(check.table),
      score(check.batch),
      check.threshold.toFixed(2),
      formatInteger(newest?.records ?? null),
      newest?.details ?? 'Not checked yet.',
    ];
  });
  const header = ['', 'check', 'all rows', 'new rows', 'at least', 'rows', 'what'];
  const broken = rules.filter((rule) => rule.rows > 0);
  const ruleLines =
    broken.length === 0
      ? 'No row broke a rule.'
      : formatTable(
          ['rule', 'kind', 'rows'],
          broken.map(({ rule, kind, rows: count }) => [rule, kind, formatInteger(count)]),
        );
  const failing = checks.filter(({ passed }) => !passed).map(({ check }) => check);
  const verdict =
    failing.length === 0
      ? `Every check of ${pack} holds.`
      : `Below its threshold: ${failing.join(', ')}.`;
  return [formatTable(header, rows), ruleLines, verdict].join('\n\n');
}
