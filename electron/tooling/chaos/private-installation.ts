import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../../../main/settings/installation';

/** A copy of the product that a test may change; jars and packages are those of the checkout. */
export interface PrivateInstallation {
  /** The built command line. */
  readonly program: string;
  readonly resourcesFolder: string;
  readonly packFolder: string;
}

/** Copies the built command line and the resources to a new folder. */
export function copyInstallation(folder: string, pack: string): PrivateInstallation {
  const link = (...path: string[]) =>
    symlinkSync(join(rootFolder, ...path), join(folder, ...path), 'junction');
  mkdirSync(join(folder, 'out'), { recursive: true });
  for (const path of ['package.json', 'resources', join('out', 'cli'), join('out', 'chunks')]) {
    cpSync(join(rootFolder, path), join(folder, path), { recursive: true });
  }
  link('node_modules');
  link('out', 'jars');
  link('out', 'renderer');
  const resourcesFolder = join(folder, 'resources');
  return {
    program: join(folder, 'out', 'cli', 'deltadesk.cjs'),
    resourcesFolder,
    packFolder: join(resourcesFolder, 'streams', pack),
  };
}

/** Gives every category another name: what later batches write differs, what is written must not. */
export function renameCategories({ packFolder }: PrivateInstallation): void {
  const file = join(packFolder, 'catalogs', 'categories.json');
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>[];
  const renamed = rows.map((row) => ({ ...row, categorie: `${row['categorie']} (new)` }));
  writeFileSync(file, JSON.stringify(renamed, null, 2));
}
