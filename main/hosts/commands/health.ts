import { toAlert } from '../../alerts/alert-row';
import { MutedAlerts } from '../../watch/muted-alerts';
import type { Alert, AlertsReport } from '../../contract/alerts';
import type { QualityReport } from '../../contract/quality';
import { historyReader } from '../../history/history-reader';
import { dataPaths } from '../../settings/paths';
import { alertsText } from '../texts/alerts-text';
import { qualityText } from '../texts/quality-text';
import { connectIfRunning, unwrap } from '../with-control';
import { withTables, type Answer } from './read';

interface HealthOptions {
  readonly dataFolder: string;
  readonly pack: string;
}

/** The scorecard of the living instance; without one, computed from the tables now. */
export async function readQuality(options: HealthOptions): Promise<Answer<QualityReport>> {
  const client = await connectIfRunning(options.dataFolder);
  try {
    const report = client
      ? unwrap(await client.invoke('quality.read', { pack: options.pack }))
      : await withTables(options.dataFolder, options.pack, (reading) => reading.readQuality());
    return { json: report, text: qualityText(report) };
  } finally {
    client?.close();
  }
}

/** The alerts of the living instance; without one, those that its history holds, all of them over. */
export async function readAlerts({
  dataFolder,
}: {
  dataFolder: string;
}): Promise<Answer<AlertsReport>> {
  const client = await connectIfRunning(dataFolder);
  try {
    const report = client
      ? unwrap(await client.invoke('alerts.read', {}))
      : await readAlertsOfFolder(dataFolder);
    return { json: report, text: alertsText(report, Date.now()) };
  } finally {
    client?.close();
  }
}

async function readAlertsOfFolder(dataFolder: string): Promise<AlertsReport> {
  const { history, mutedAlerts } = dataPaths(dataFolder);
  const muted = new MutedAlerts(mutedAlerts);
  const recent = (await readPastAlerts(history)).map((alert) => muted.mark(alert));
  return { active: [], recent, muted: muted.read() };
}

async function readPastAlerts(file: string): Promise<Alert[]> {
  const rows = JSON.parse(await historyReader(file).readJson('alerts')) as unknown[];
  return rows.map((row) => toAlert(row as Parameters<typeof toAlert>[0])).reverse();
}
