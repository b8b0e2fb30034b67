import type { ComponentType } from 'react';
import type { IconName } from './components/icon';
import { DataPage } from './pages/data/data-page';
import { DashboardPage } from './pages/dashboard/dashboard-page';
import { DiagnosticsPage } from './pages/diagnostics/diagnostics-page';
import { ExportPage } from './pages/export/export-page';
import { KafkaPage } from './pages/kafka/kafka-page';
import { LogsPage } from './pages/logs/logs-page';
import { PipelinePlace } from './pages/first-run/pipeline-place';
import { LearnPage } from './pages/learn/learn-page';
import { QualityPage } from './pages/quality/quality-page';
import { SettingsPage } from './pages/settings/settings-page';

/** Names of the places, each a key of the texts. */
export type PlaceName =
  | 'pipeline'
  | 'dashboard'
  | 'data'
  | 'kafka'
  | 'quality'
  | 'export'
  | 'logs'
  | 'settings'
  | 'diagnostics'
  | 'learn';

/** One of the places of the window (ux.md section 1); every address below `path` is its. */
export interface Place {
  readonly name: PlaceName;
  readonly path: string;
  readonly icon: IconName;
  readonly page: ComponentType;
}

/** The places, in the order of the data's path. */
export const places: readonly [Place, ...Place[]] = [
  { name: 'pipeline', path: '/pipeline', icon: 'pipeline', page: PipelinePlace },
  { name: 'dashboard', path: '/dashboard', icon: 'gauge', page: DashboardPage },
  { name: 'data', path: '/data', icon: 'stack', page: DataPage },
  { name: 'kafka', path: '/kafka', icon: 'stream', page: KafkaPage },
  { name: 'quality', path: '/quality', icon: 'shield', page: QualityPage },
  { name: 'export', path: '/export', icon: 'download', page: ExportPage },
  { name: 'logs', path: '/logs', icon: 'lines', page: LogsPage },
  { name: 'settings', path: '/settings', icon: 'sliders', page: SettingsPage },
  { name: 'diagnostics', path: '/diagnostics', icon: 'pulse', page: DiagnosticsPage },
];

/** What has an address and no entry in the rail: Help opens it. */
const helpPlaces: readonly Place[] = [
  { name: 'learn', path: '/learn', icon: 'question', page: LearnPage },
];

/** The place of an address; the first one for an address of none. */
export function placeOf(path: string): Place {
  return (
    [...places, ...helpPlaces].find(
      (place) => path === place.path || path.startsWith(`${place.path}/`),
    ) ?? places[0]
  );
}
