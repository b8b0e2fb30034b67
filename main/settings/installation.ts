import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, FailureError } from '../contract/failure';
import { javaEnvironment } from './java-environment';
import { findJava } from './java-runtime';
import type { Installation } from './paths';

/** Folder of the checkout or package: the bundles lie two levels below it, in `out/<part>/`. */
export const rootFolder = join(__dirname, '..', '..');

/** Where the shipped parts lie; they need not be there yet, and Java is not looked for. */
export function shippedFolders(root = rootFolder): Omit<Installation, 'java' | 'javaEnvironment'> {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  return {
    version: (JSON.parse(manifest) as { version: string }).version,
    jarsFolder: join(root, 'out', 'jars'),
    resourcesFolder: join(root, 'resources'),
    rendererFolder: join(root, 'out', 'renderer'),
    classArchives: join(root, 'out', 'class-archives'),
  };
}

/**
 * All that a pipeline needs, checked: fails with `JARS_MISSING`, `JAVA_NOT_FOUND` or
 * `JAVA_VERSION_UNFIT`.
 */
export async function findInstallation(root = rootFolder): Promise<Installation> {
  const folders = shippedFolders(root);
  const java = await findPrograms(folders.jarsFolder);
  return { ...folders, java, javaEnvironment: javaEnvironment() };
}

/**
 * What a window needs: tables and the sample are read without Java. What is missing is looked for
 * again by each start, which fails then as `findInstallation` does.
 */
export async function openInstallation(root = rootFolder): Promise<Installation> {
  const folders = shippedFolders(root);
  let java: string | null = null;
  const requirePrograms = async () => {
    java ??= await findPrograms(folders.jarsFolder);
  };
  await requirePrograms().catch((error: unknown) => {
    if (!(error instanceof FailureError)) throw error;
  });
  return {
    ...folders,
    get java() {
      return java ?? '';
    },
    javaEnvironment: javaEnvironment(),
    requirePrograms,
  };
}

/** The Java to run with, once the jars are there. */
async function findPrograms(jarsFolder: string): Promise<string> {
  for (const part of ['broker', 'spark', 'job']) {
    const folder = join(jarsFolder, part);
    if (!existsSync(folder)) throw failed('JARS_MISSING', { folder });
  }
  return (await findJava(process.env)).path;
}
