import { say } from '../../contract/doctor-sentences';
import { prepareDataFolder } from '../../settings/data-folder';
import { passed, type Check } from '../check';

/** A write tells; folders that are missing are made. */
export const folders: Check = {
  id: 'folders',
  question: 'Can the data folder be written?',
  ask: async ({ paths }) => {
    await prepareDataFolder(paths.dataFolder);
    return passed(say('folder', { folder: paths.dataFolder }));
  },
};
