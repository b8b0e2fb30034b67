import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { findNetworkShare, readFreeBytes, readNetworkShare } from './data-folder-disk';

const mounts = [
  '22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw',
  '30 22 0:44 / /home rw - nfs4 server:/home rw',
  '31 30 8:2 / /home/local rw - xfs /dev/sdb1 rw',
  '32 22 0:45 / /mnt/team\\040share rw shared:1 - cifs //server/team rw',
].join('\n');

describe('findNetworkShare', () => {
  it.each([
    ['/srv/data', null],
    ['/home/me/data', 'nfs4'],
    ['/homework', null],
    ['/home/local/data', null],
    ['/mnt/team share/data', 'cifs'],
  ])('of %s is %s', (folder, type) => {
    expect(findNetworkShare(mounts, folder)).toBe(type);
  });
});

describe('the disk of a real folder', () => {
  it('has free bytes and is on this machine', async () => {
    expect(await readFreeBytes(tmpdir())).toBeGreaterThan(0);
    expect(await readNetworkShare(tmpdir())).toBeNull();
    expect(await readFreeBytes('/nowhere/at/all')).toBeNull();
  });
});
