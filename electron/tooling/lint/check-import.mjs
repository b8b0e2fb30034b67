import { posix } from 'node:path';
import { packageHomes, rooms } from './import-table.mjs';

const isTest = (file) => /\.test\.[cm]?[jt]sx?$/.test(file);
const isWithin = (path, places) =>
  places.some((place) => path === place || `${path}/` === place || path.startsWith(place));

/** `@duckdb/node-api` of `@duckdb/node-api/x`, `echarts` of `echarts/core`. */
function packageName(source) {
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

function checkPackage(file, name, isTypeOnly) {
  // Tests look at real parts with whatever shows them best, but never pull the desktop into main/.
  if (isTest(file) && name !== 'electron') return null;
  const entry = packageHomes[name];
  if (entry === undefined) {
    return `${name} has no room yet: name its home and the reason in electron/tooling/lint/import-table.mjs.`;
  }
  const homes = isTypeOnly ? [...entry.homes, ...(entry.typeHomes ?? [])] : entry.homes;
  return isWithin(file, homes)
    ? null
    : `${name} belongs to ${entry.homes.join(', ')}: ${entry.why}.`;
}

function checkRoom(file, room, target, isTypeOnly) {
  const own = room.folder.endsWith('/') && target.startsWith(room.folder);
  const allowed = isTypeOnly ? [...room.rooms, ...room.types] : room.rooms;
  if (own || isWithin(target, allowed)) return null;
  // A test may drive the neighbours of what it tests, within its own side of the house.
  if (isTest(file) && target.startsWith('main/') && !file.startsWith('renderer/')) return null;
  const typesOnly = isWithin(target, room.types) ? ' (its types it may: `import type`)' : '';
  return `${room.folder} may not import ${target}${typesOnly}: ${room.why}.`;
}

/**
 * Why `file` (relative to the checkout, with `/`) may not import `source`, as a sentence; null when
 * it may. Files outside the rooms of the table, such as tool configuration, may import anything.
 */
export function checkImport(file, source, isTypeOnly) {
  const room = rooms.find(({ folder }) => file.startsWith(folder));
  if (room === undefined) return null;
  if (source.startsWith('node:')) {
    return room.mayUseNode || isTest(file)
      ? null
      : `${room.folder} may not import ${source}: ${room.why}.`;
  }
  if (!source.startsWith('.')) return checkPackage(file, packageName(source), isTypeOnly);
  // A style sheet or an image beside the code is no import across rooms.
  const target = posix.normalize(posix.join(posix.dirname(file), source.split('?')[0]));
  return checkRoom(file, room, target, isTypeOnly);
}
