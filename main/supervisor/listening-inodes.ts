import { readFile } from 'node:fs/promises';

/** State of a listening socket (include/net/tcp_states.h). */
const listening = '0A';

/**
 * Inodes of the sockets that listen on a port, as /proc/net/tcp{,6} have them (proc(5)): those that
 * a client of 127.0.0.1 would meet first, then the others.
 */
export async function findListeningInodes(port: number): Promise<string[]> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const found = tables.flatMap((table) => parseSocketTable(table, port));
  return found
    .sort((a, b) => Number(b.isReachable) - Number(a.isReachable))
    .map(({ inode }) => inode);
}

/** The listening sockets of one table. `isReachable`: through 127.0.0.1, ::1 or all addresses. */
export function parseSocketTable(
  table: string,
  port: number,
): { inode: string; isReachable: boolean }[] {
  return table.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    const [address = '', hexPort = ''] = (columns[1] ?? '').split(':');
    const inode = columns[9];
    if (columns[3] !== listening || Number.parseInt(hexPort, 16) !== port || !inode) return [];
    return [{ inode, isReachable: isLoopbackOrAll(address) }];
  });
}

/** Addresses are groups of four bytes, each in the machine's order: 127.0.0.1 is 0100007F. */
function isLoopbackOrAll(address: string): boolean {
  const isAll = /^0+$/.test(address);
  return isAll || address === '00000000000000000000000001000000' || address.endsWith('7F');
}
