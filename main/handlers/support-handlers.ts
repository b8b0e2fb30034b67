import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Handlers } from '../contract/api';
import type { ExportRequest } from '../contract/export';
import type { supportRequests } from '../contract/support-requests';
import { Bundles } from '../diagnostics/bundles';
import type { DoctorPlace } from '../doctor/doctor-place';
import { muteCheck } from '../doctor/muted-checks';
import { runCheck, runDoctor } from '../doctor/run-doctor';
import type { Downloads } from '../downloads/downloads';
import { FinishedExports } from '../downloads/finished-exports';
import type { History } from '../history/history';
import { downloadFolder, noteExport } from '../reading/note-export';
import { packReadings, type PackReadingsOptions } from '../reading/pack-readings';
import { readPipelineStatus, type OverviewParts } from '../overview';
import type { RunningRequests } from './running-requests';
import type { DataPaths } from '../settings/paths';
import type { Settings } from '../settings/settings';
import type { TableReading } from '../reading/table-reading';

/** What Diagnostics looks at, and what can be fetched by a browser. */
export interface SupportParts extends OverviewParts {
  readonly app: { readonly version: string; readonly host: string };
  readonly paths: DataPaths;
  readonly reading: TableReading;
  readonly settings: Settings;
  readonly history: History;
  readonly downloads: Downloads;
  readonly packSource: Pick<PackReadingsOptions, 'load'>;
  readonly readDoctorPlace: () => DoctorPlace;
}

type SupportHandlers = Pick<
  Handlers,
  | keyof typeof supportRequests
  | 'export.run'
  | 'export.createVersion'
  | 'exports.read'
  | 'exports.count'
  | 'exports.drift'
>;

/** Checks, debug bundles, exports and their downloads. */
export function supportHandlers(parts: SupportParts, running: RunningRequests): SupportHandlers {
  const finished = new FinishedExports(parts.downloads, parts.pack);
  const { mutedChecks } = parts.paths;
  const { paths, history } = parts;
  const withPack = packReadings({ ...parts.packSource, paths, history }, () => parts);
  const bundles = new Bundles({
    paths: parts.paths,
    version: parts.app.version,
    host: parts.app.host,
    jarsFolder: parts.readDoctorPlace().jarsFolder,
    get reading() {
      return parts.reading;
    },
    readDoctor: () => runDoctor(parts.readDoctorPlace()),
    readSettings: () => parts.settings.report(),
    readPipeline: () => readPipelineStatus(parts, Date.now()),
  });
  return {
    'doctor.run': () => runDoctor(parts.readDoctorPlace()),
    'doctor.runOne': ({ id }) => runCheck(parts.readDoctorPlace(), id),
    'doctor.mute': async ({ id, muted }) => ({ muted: await muteCheck(mutedChecks, id, muted) }),
    'bundle.prepare': () => bundles.prepare(),
    'bundle.save': (request) => bundles.save(request),
    'download.offer': async (request) =>
      request.kind === 'export'
        ? finished.offer(request.requestId)
        : parts.downloads.offer(bundles.toDownloadable(request.bundleId)),
    'download.export': running.answering((request, control) =>
      finished.runAside(request, (folder) =>
        withPack(request.pack, ({ exporter }, pack) => {
          const aside: ExportRequest = { ...request, folder, createFolder: false, fileName: null };
          const run = () =>
            exporter.run(aside, {
              ...control,
              ownFolder: folder,
              // Where browsers put what they save, and where most people unpack it.
              statedFolder: join(homedir(), 'Downloads'),
            });
          return noteExport(history, { ...aside, folder: downloadFolder }, run, pack);
        }),
      ),
    ),
    'exports.read': ({ pack }) => withPack(pack, ({ exporter }) => exporter.listPresets()),
    'exports.count': ({ pack }) => withPack(pack, ({ exporter }) => exporter.countRows()),
    'exports.drift': ({ pack }) => withPack(pack, ({ exporter }) => exporter.readDrifts()),
    'export.createVersion': ({ pack, preset }) =>
      withPack(pack, ({ exporter }) => exporter.createVersion(preset)),
    'export.run': running.answering(async (request, control) =>
      finished.note(
        request,
        await withPack(request.pack, ({ exporter }, pack) =>
          noteExport(history, request, () => exporter.run(request, control), pack),
        ),
      ),
    ),
  };
}
