import { DuckDbSession } from '../analytics/duckdb-session';
import { defaultThresholds, type QualityThresholds } from '../contract/quality';
import type { QualityCheck, QualityCheckName, RuleCount } from '../contract/quality';
import type { QualityScope, QualityScore } from '../contract/quality';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import { checksOf, type CheckDefinition } from './checks';
import { measure, type RowsByTable } from './measure';
import { countRules } from './rule-counts';
import { rowsSince } from './rows-since';

/** A pack's checks with their newest scores. One check of either scope runs at a time. */
export class Quality {
  private readonly definitions: readonly CheckDefinition[];
  private checks: QualityCheck[];
  private seen = new Map<string, number>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly lake: Lake,
    private readonly pack: StreamPack,
    private readonly spillFolder: string,
    /** Asked at every check: they are settings. */
    private readonly readThresholds: () => QualityThresholds = () => defaultThresholds,
  ) {
    const thresholds = readThresholds();
    this.definitions = checksOf(pack);
    this.checks = this.definitions.map(({ check, layer }) => ({
      check,
      layer,
      threshold: thresholds[check],
      passed: true,
      table: null,
      batch: null,
    }));
  }

  /** The newest scores, in the order of the data's way. */
  read(): readonly QualityCheck[] {
    return this.checks;
  }

  /** Looks at every row. Fails when a table cannot be read. */
  checkTables(nowMs = Date.now()): Promise<readonly QualityCheck[]> {
    return this.inTurn(async (session) => {
      const rows = await this.collect((table) => this.lake.snapshot(table));
      return this.score(session, 'table', rows, nowMs);
    });
  }

  /** Looks at the rows that came since the check before. Fails when a table cannot be read. */
  checkNewRows(nowMs = Date.now()): Promise<readonly QualityCheck[]> {
    return this.inTurn(async (session) => {
      const rows = await this.collect((table) =>
        rowsSince(this.lake, table, this.seen.get(table) ?? -1),
      );
      return this.score(session, 'batch', rows, nowMs);
    });
  }

  /** Looks at every row for one check. Fails when a table cannot be read. */
  checkOne(name: QualityCheckName, nowMs = Date.now()): Promise<readonly QualityCheck[]> {
    return this.inTurn(async (session) => {
      const definition = this.definitions.find(({ check }) => check === name)!;
      const rows = await this.collect((table) => this.lake.snapshot(table), [definition]);
      const threshold = this.readThresholds()[name];
      const table = await measure(session, definition, threshold, rows, nowMs);
      this.checks = this.checks.map((check) =>
        check.check === name ? withScore(check, threshold, { table }) : check,
      );
      return this.checks;
    });
  }

  countRules(): Promise<RuleCount[]> {
    return this.inTurn((session) => countRules(session, this.lake, this.pack));
  }

  /** Resolves when nothing is being checked any more. */
  async close(): Promise<void> {
    await this.turn.catch(() => undefined);
  }

  private inTurn<T>(work: (session: DuckDbSession) => Promise<T>): Promise<T> {
    const mine = this.turn.then(async () => {
      // Opened for each: what a check needed of memory is free again at its end.
      const session = await DuckDbSession.open({ spillFolder: this.spillFolder });
      try {
        return await work(session);
      } finally {
        session.close();
      }
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async collect(
    read: (table: string) => ReturnType<Lake['snapshot']>,
    definitions = this.definitions,
  ): Promise<RowsByTable> {
    const tables = definitions.flatMap(({ measurements }) =>
      measurements.map(({ table }) => table),
    );
    const rows = new Map<string, Awaited<ReturnType<Lake['snapshot']>>>();
    for (const table of new Set(tables)) {
      if (this.lake.has(table)) rows.set(table, await read(table));
    }
    return rows;
  }

  private async score(
    session: DuckDbSession,
    scope: QualityScope,
    rows: RowsByTable,
    nowMs: number,
  ): Promise<readonly QualityCheck[]> {
    const thresholds = this.readThresholds();
    const scores: QualityScore[] = [];
    for (const definition of this.definitions) {
      scores.push(await measure(session, definition, thresholds[definition.check], rows, nowMs));
    }
    this.checks = this.checks.map((check, at) =>
      withScore(check, thresholds[check.check], { [scope]: scores[at]! }),
    );
    // Only now: rows of a check that failed are looked at again by the next.
    this.seen = new Map([...rows].map(([table, { version }]) => [table, version]));
    return this.checks;
  }
}

/** A check with a new score of one scope; it passes while neither score fails. */
function withScore(
  check: QualityCheck,
  threshold: number,
  scores: Partial<Pick<QualityCheck, QualityScope>>,
): QualityCheck {
  const scored = { ...check, threshold, ...scores };
  return { ...scored, passed: (scored.table?.passed ?? true) && (scored.batch?.passed ?? true) };
}
