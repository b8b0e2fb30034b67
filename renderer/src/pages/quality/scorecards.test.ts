import { expect, it } from 'vitest';
import { qualityReport } from '../../fixtures/quality-fixtures';
import { scorecards } from './scorecards';

it('has for each table the lowest score of its checks and what fails on it', () => {
  const report = qualityReport(1_000);
  const [schema, dedup, gold] = report.checks;
  const scored = (check: typeof schema, tables: [string, number][]) => ({
    ...check!,
    table: { ...schema!.table!, tables: tables.map(([table, score]) => ({ table, score })) },
  });
  const cards = scorecards({
    ...report,
    checks: [
      scored(schema, [['bronze.raw', 1]]),
      scored(dedup, [['silver.clean', 0.9]]),
      { ...scored(dedup, [['silver.clean', 0.95]]), threshold: 0.9 },
      scored(gold, [
        ['silver.sums', 1],
        ['gold.windows', 0.5],
      ]),
    ],
    rules: [
      { rule: 'SR-8', kind: 'warning', rows: 3 },
      { rule: 'SR-9', kind: 'warning', rows: 0 },
      { rule: 'SR-1', kind: 'blocking', rows: 7 },
    ],
  });
  expect(cards.map(({ table, score, failing }) => [table, score, failing])).toEqual([
    ['bronze.raw', 1, []],
    ['silver.clean', 0.9, ['silver_dedup_check']],
    ['silver.sums', 1, []],
    ['gold.windows', 0.5, ['gold_aggregation_completeness']],
  ]);
  expect(cards[1]!.rules.map(({ rule }) => rule)).toEqual(['SR-8']);
  expect(cards[2]!.rules).toEqual([]);
});
