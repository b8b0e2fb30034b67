import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RequestName, RequestOf, ResponseOf } from './contract/api';
import { createControlCenter, type ControlCenter } from './control-center';
import type { ControlCenterOptions } from './control-center-options';
import { findInstallation } from './settings/installation';

/** What a test sets of a control center; the rest is that of a product without a window. */
export type TestCenterOptions = Pick<ControlCenterOptions, 'producer'> &
  Partial<ControlCenterOptions>;

/** Waits until it is so; fails with the condition's text. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  deadlineMs = 120_000,
): Promise<void> {
  const endMs = Date.now() + deadlineMs;
  while (!(await isSo())) {
    if (Date.now() > endMs) throw new Error(`not so within ${deadlineMs} ms: ${isSo}`);
    await delay(50);
  }
}

/** The real control center over the real broker and the real job, in a temporary data folder. */
export class TestCenter {
  private constructor(
    readonly dataFolder: string,
    readonly center: ControlCenter,
  ) {}

  /** `dataFolder`: that of an earlier one, to go on in; a new one when absent. */
  static async create(options: TestCenterOptions): Promise<TestCenter> {
    const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'deltadesk-test-'));
    const center = await createControlCenter({
      dataFolder,
      installation: await findInstallation(),
      host: 'none',
      startPipeline: false,
      ...options,
    });
    return new TestCenter(dataFolder, center);
  }

  get parts(): ControlCenter['parts'] {
    return this.center.parts;
  }

  /** Starts everything; a start that failed is told with its failure. */
  async start(): Promise<void> {
    const { pipeline } = this.parts;
    await pipeline.start();
    const { state, failure } = pipeline.phase;
    if (state !== 'running' || failure) throw new Error(JSON.stringify({ state, failure }));
  }

  /** The value of an answer; a failure is thrown with its code. */
  async ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
    const result = await this.center.api.invoke(name, request);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value;
  }

  /** The process of a part that runs; fails when it does not. */
  pidOf(name: 'broker' | 'streamingJob'): number {
    const { status } = this.parts[name];
    if (status.state !== 'running') throw new Error(`${name} is ${status.state}`);
    return status.pid;
  }

  /** Ends it and takes its folder away. */
  async close(): Promise<void> {
    await this.center.shutdown();
    rmSync(this.dataFolder, { recursive: true, force: true, maxRetries: 3 });
  }
}
