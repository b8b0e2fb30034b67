import type { DownloadOffer } from '../../../main/contract/download';

/** Lets the browser save what is offered: its address can be fetched once. */
export function saveOffer({ path, fileName }: DownloadOffer): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = fileName;
  link.click();
}
