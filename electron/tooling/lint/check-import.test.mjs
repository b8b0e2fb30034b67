import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkImport } from './check-import.mjs';

const denied = [
  ['main/contract/api.ts', 'node:fs', /knows zod alone/],
  ['main/contract/api.ts', '../settings/paths', /main\/contract\/ may not import main\/settings/],
  ['main/kafka/topics.ts', '../delta/snapshot', /the pipeline and the control center/],
  ['main/generate/sales.ts', '../supervisor/service-spec', /may not import/],
  ['main/supervisor/run-files.ts', 'execa', /execa belongs to main\/supervisor\/child-process\.ts/],
  ['main/streaming/status.ts', 'kafkajs', /kafkajs belongs to main\/kafka/],
  ['main/pipeline/pipeline.ts', '@duckdb/node-api', /@duckdb\/node-api belongs to/],
  ['main/pipeline/pipeline.ts', '../../electron/shell/window', /nothing of the window/],
  ['main/hosts/open.ts', 'electron', /plain Node/],
  ['main/hosts/open.test.ts', 'electron', /plain Node/],
  ['main/kafka/topics.ts', 'left-pad', /left-pad has no room yet/],
  ['main/kafka/broker-spec.ts', '../settings/paths', /its types it may/],
  ['renderer/src/app.tsx', '../../main/settings/paths', /renderer\/ may not import/],
  ['renderer/src/app.tsx', 'node:path', /renderer\/ may not import node:path/],
  ['renderer/src/app.test.tsx', '../../main/settings/paths', /renderer\/ may not import/],
  ['renderer/src/app.tsx', 'echarts', /echarts belongs to renderer\/src\/charts\/chart\.tsx/],
  ['electron/preload/preload.ts', '../../main/contract/api', /its types it may/],
  ['electron/shell/main.ts', '../../main/kafka/topics', /thin door/],
  ['electron/tooling/setup/stamps.mjs', 'execa', /execa belongs to/],
];
const allowed = [
  ['main/contract/api.ts', 'zod'],
  ['main/contract/api.ts', './failure'],
  ['main/kafka/broker-spec.ts', '../supervisor/service-spec'],
  ['main/kafka/consumer-lag.test.ts', 'vitest'],
  ['main/analytics/table-reader.ts', '../delta/snapshot'],
  ['main/ledger/verify.ts', '../analytics/duckdb-session'],
  ['main/control-center.ts', './kafka/topics'],
  ['main/hosts/run.ts', '../pipeline/pipeline'],
  ['main/kafka/round.integration.test.ts', '../supervisor/child-service'],
  ['electron/shell/main.ts', '../../main/control-center'],
  ['electron/tooling/vitest.config.ts', 'vitest/config'],
  ['renderer/src/charts/chart.tsx', 'echarts/core'],
  ['renderer/src/app.tsx', '../../main/contract/api'],
];
const allowedTypes = [
  ['main/kafka/broker-spec.ts', '../settings/paths'],
  ['electron/preload/preload.ts', '../../main/contract/api'],
  ['renderer/src/charts/options/revenue.ts', 'echarts/core'],
];

describe('an import', () => {
  for (const [file, source, reason] of denied) {
    it(`of ${source} in ${file} is denied with its reason`, () => {
      assert.match(checkImport(file, source, false) ?? '', reason);
    });
  }
  for (const [file, source] of allowed) {
    it(`of ${source} in ${file} is allowed`, () => {
      assert.equal(checkImport(file, source, false), null);
    });
  }
  for (const [file, source] of allowedTypes) {
    it(`of types of ${source} in ${file} is allowed`, () => {
      assert.equal(checkImport(file, source, true), null);
    });
  }
});
