import { z } from 'zod';
import { bundleSaved, debugBundle, saveBundleRequest } from './bundle';
import {
  doctorCheck,
  doctorReport,
  muteCheckRequest,
  mutedChecks,
  oneCheckRequest,
} from './doctor';
import {
  downloadExportDone,
  downloadExportRequest,
  downloadOffer,
  downloadRequest,
} from './download';

const nothing = z.object({});

/** The requests of Diagnostics and of downloads: a part of the one list in `api.ts`. */
export const supportRequests = {
  'doctor.run': { request: nothing, response: doctorReport },
  'doctor.runOne': { request: oneCheckRequest, response: doctorCheck },
  'doctor.mute': { request: muteCheckRequest, response: mutedChecks },
  'bundle.prepare': { request: nothing, response: debugBundle },
  'bundle.save': { request: saveBundleRequest, response: bundleSaved },
  'download.offer': { request: downloadRequest, response: downloadOffer },
  // An export that is written aside for one download, instead of into a folder.
  'download.export': { request: downloadExportRequest, response: downloadExportDone },
} as const;
