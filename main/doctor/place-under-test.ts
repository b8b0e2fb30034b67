import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorCheckId } from '../contract/doctor';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { shippedFolders } from '../settings/installation';
import { loadPack } from '../settings/load-pack';
import { dataPaths } from '../settings/paths';
import { askCheck } from './check';
import type { DoctorPlace } from './doctor-place';
import { checks } from './run-doctor';

/** For tests: a data folder with a small lake, of which single checks are asked. */
export async function placeUnderTest() {
  const testLake = await TestLake.open();
  const paths = dataPaths(testLake.root);
  const packOf = (name: string) => loadPack(shippedFolders().resourcesFolder, name).pack;
  const place: DoctorPlace = {
    paths,
    packs: [packOf('sales')],
    jarsFolder: join(testLake.root, 'jars'),
    lake: new Lake(paths.delta),
    environment: {},
    bootstrapServers: null,
    brokerPort: null,
  };
  const ask = (id: DoctorCheckId, changed: Partial<DoctorPlace> = {}) =>
    askCheck(
      checks.find((check) => check.id === id)!,
      { ...place, ...changed },
    );
  const write = (file: string, text: string) => {
    mkdirSync(join(testLake.root, file, '..'), { recursive: true });
    writeFileSync(join(testLake.root, file), text);
  };
  const close = async () => {
    await place.lake.close();
    testLake.close();
  };
  return { testLake, place, packOf, ask, write, close };
}
