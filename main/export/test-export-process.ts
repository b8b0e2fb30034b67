import { exportRequest } from '../contract/export';
import { Lake } from '../delta/lake';
import { Exporter } from './exporter';

/** What a test hands to the process, as JSON in its first argument. */
interface Order {
  readonly lakeFolder: string;
  readonly packFolder: string;
  readonly dataFolder: string;
  readonly request: object;
}

/** For tests: one export in a process of its own, which can be killed; prints the SHA-256. */
async function main(): Promise<void> {
  const { lakeFolder, request, ...folders } = JSON.parse(process.argv[2]!) as Order;
  const exporter = new Exporter({
    tables: {
      lake: new Lake(lakeFolder),
      packViews: new Map(),
      extraTables: new Map(),
      spillFolder: `${folders.dataFolder}/spill`,
    },
    pack: 'demo',
    parameters: {},
    appVersion: '1.0.0',
    readFreeBytes: async () => null,
    describeTable: () => Promise.reject(new Error('no grid here')),
    ...folders,
  });
  const { files } = await exporter.run(exportRequest.parse(request));
  process.stdout.write(files[0]!.sha256);
}

void main();
