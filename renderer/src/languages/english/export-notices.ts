import { exportSentences } from '../../../../main/contract/export-sentences';

/** What a finished export has to say: the sentences of the contract. */
export const exportNotices = { exportNotices: exportSentences };
