import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Overview } from '../../../main/contract/api';
import type { TableSummary } from '../../../main/contract/delta';
import type { OnlyPart } from '../../../main/contract/pipeline';
import type { ProducerStatus } from '../../../main/contract/kafka';
import type { Failure } from '../../../main/contract/failure';
import type { ControlCenterClient } from '../api/control-center-client';
import { failureOf } from '../api/client-failure';

/** What the person may ask of the whole pipeline. */
export type PipelineCommand = 'start' | 'stop';

/**
 * The newest overview; null until the first. `receivedAtMs` is this page's clock. `sent` is the
 * command that was given and not answered yet; `commandFailure` the refusal of the last one, until
 * the next command or `dismiss`.
 */
export interface OverviewState {
  readonly overview: Overview | null;
  readonly receivedAtMs: number | null;
  readonly sent: PipelineCommand | null;
  readonly commandFailure: Failure | null;
  /** Reads it now: at the start and after a lost connection; pushes do the rest. */
  load(): Promise<void>;
  receive(overview: Overview): void;
  /** Takes newer versions of tables, ahead of the next overview. */
  receiveTables(tables: readonly TableSummary[]): void;
  /** `only`: what a start leaves out, see the contract. */
  command(command: PipelineCommand, only?: OnlyPart): Promise<void>;
  dismiss(): void;
  /** The rate that the person chose, in records per second, 0.5 to 5000. */
  setProducerRate(ratePerSecond: number): Promise<void>;
  /** Holds the running producer, or lets it go on. */
  pauseProducer(paused: boolean): Promise<void>;
}
export type OverviewStore = StoreApi<OverviewState>;

/** The page's picture of the pipeline. */
export function createOverviewStore(client: ControlCenterClient): OverviewStore {
  return createStore<OverviewState>()((set, get) => {
    /** The producer's answer is shown before the next push; a refusal is said. */
    const takeProducer = async (answer: Promise<ProducerStatus>) => {
      try {
        const producer = await answer;
        const { overview } = get();
        if (overview) get().receive({ ...overview, producer });
      } catch (thrown) {
        set({ commandFailure: failureOf(thrown) });
      }
    };
    return {
      overview: null,
      receivedAtMs: null,
      sent: null,
      commandFailure: null,
      async load() {
        try {
          get().receive(await client.request('overview.read', {}));
        } catch (thrown) {
          // A lost connection has its own band; anything else is said.
          const failure = failureOf(thrown);
          if (failure.code !== 'CONTROL_UNREACHABLE') set({ commandFailure: failure });
        }
      },
      receive: (overview) => set({ overview, receivedAtMs: Date.now() }),
      receiveTables(tables) {
        const { overview } = get();
        if (overview === null) return;
        const newest = new Map(overview.tables.map((table) => [table.table, table]));
        for (const table of tables) newest.set(table.table, table);
        set({ overview: { ...overview, tables: [...newest.values()] } });
      },
      async command(command, only) {
        if (get().sent === command) return;
        set({ sent: command, commandFailure: null });
        try {
          const pipeline = await (command === 'stop'
            ? client.request('pipeline.stop', {})
            : client.request('pipeline.start', only ? { only } : {}));
          const { overview } = get();
          if (overview) get().receive({ ...overview, pipeline });
        } catch (thrown) {
          const failure = failureOf(thrown);
          // A start ended by the person's own Cancel is no failure to report.
          if (failure.code !== 'REQUEST_CANCELLED') set({ commandFailure: failure });
        } finally {
          if (get().sent === command) set({ sent: null });
        }
      },
      dismiss: () => set({ commandFailure: null }),
      setProducerRate: (ratePerSecond) =>
        takeProducer(client.request('producer.setRate', { ratePerSecond })),
      pauseProducer: (paused) => takeProducer(client.request('producer.setPaused', { paused })),
    };
  });
}
