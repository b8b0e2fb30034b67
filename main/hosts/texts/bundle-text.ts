import type { RemovedKind } from '../../contract/bundle';
import type { BundleDone } from '../commands/bundle';
import { formatInteger, formatSize, formatTable } from './format';

const words: Record<RemovedKind, string> = {
  secret: 'secrets',
  homeFolder: 'home folder',
  userName: 'user name',
  computerName: 'computer name',
};

/** What is in a bundle and what was taken out of it, for people. */
export function bundleText({ entries, file }: BundleDone): string {
  const rows = entries.map(({ name, sizeBytes, removed }) => [
    name,
    formatSize(sizeBytes),
    Object.entries(removed)
      .map(([kind, count]) => `${words[kind as RemovedKind]} ${formatInteger(count)}×`)
      .join(', ') || '—',
  ]);
  const list = formatTable(['file', 'size', 'removed'], rows);
  const outcome =
    file === null
      ? 'Nothing was written. --to FILE writes it.'
      : `Written to ${file}. Nothing was sent anywhere; look into it before you hand it on.`;
  return `${list}\n${outcome}`;
}
