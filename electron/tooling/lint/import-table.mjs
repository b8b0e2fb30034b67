/**
 * Who may import what: the table of the architecture, once, for the lint rule. Folders and files
 * are relative to the root of the checkout, with `/`; a folder ends with it.
 */

const contract = 'main/contract/';
const direction =
  'a service knows the contract, Node and its own library; what joins services is the pipeline and the control center';

/** A service of main/: `rooms` may be imported whole, of `types` only types. */
function service(name, { rooms = [], types = [] } = {}) {
  return {
    folder: `main/${name}/`,
    mayUseNode: true,
    rooms: [contract, ...rooms],
    // Where its folders are, and where it tells what happened: both are given to it.
    types: ['main/settings/paths', 'main/event-log', ...types],
    why: direction,
  };
}

/** What a service needs to say how its process runs. */
const specRooms = ['main/supervisor/service-spec', 'main/supervisor/class-archive'];

/** The rooms of the house; the first whose folder holds the importing file decides. */
export const rooms = [
  {
    folder: contract,
    mayUseNode: false,
    rooms: [],
    types: [],
    why: 'the contract is compiled into every process and into the page, so it knows zod alone',
  },
  service('generate'),
  service('supervisor'),
  service('kafka', { rooms: specRooms, types: ['main/generate/'] }),
  service('streaming', { rooms: specRooms }),
  service('logs'),
  service('delta'),
  service('analytics', { rooms: ['main/delta/'] }),
  service('records', { rooms: ['main/delta/', 'main/analytics/'] }),
  service('saved-queries', {
    rooms: ['main/delta/nearest-names', 'main/supervisor/exclusive-file'],
  }),
  service('ledger', { rooms: ['main/delta/', 'main/analytics/'] }),
  service('replay', { types: ['main/generate/'] }),
  service('export', { rooms: ['main/delta/', 'main/analytics/'] }),
  service('health', { rooms: ['main/kafka/', 'main/delta/'], types: ['main/streaming/'] }),
  service('history', { rooms: ['main/analytics/'] }),
  service('quality', { rooms: ['main/delta/', 'main/analytics/'] }),
  service('alerts'),
  service('archives'),
  service('secrets'),
  service('settings', { rooms: ['main/delta/nearest-names'] }),
  {
    // The pipeline, the hosts, and the files at the root of main/: they put the services together.
    folder: 'main/',
    mayUseNode: true,
    rooms: [],
    types: [],
    why: 'what joins the services may import all of main/, and nothing of the window',
  },
  {
    folder: 'electron/preload/',
    mayUseNode: false,
    rooms: [],
    types: [contract],
    why: 'the preload script is sandboxed: it sees electron and the types of the contract',
  },
  {
    folder: 'electron/shell/',
    mayUseNode: true,
    rooms: [
      contract,
      'main/control-center',
      'main/handlers/answer-request',
      'main/hosts/',
      'main/settings/',
      'main/secrets/',
      'renderer/src/languages/',
    ],
    types: ['main/'],
    why: 'the desktop is a thin door: it takes the control center as a whole, and tells what happens in the words of the window',
  },
  {
    folder: 'renderer/',
    mayUseNode: false,
    rooms: [contract],
    types: [],
    why: 'the page sees the contract and a transport of its shape, so that a browser can show it',
  },
  ...['electron/tooling/setup/', 'electron/tooling/test/'].map((folder) => ({
    folder,
    mayUseNode: true,
    rooms: ['electron/tooling/setup/'],
    types: [],
    why: 'the setup runs before any npm package is there',
  })),
];

/** Packages and the files or folders that may import them; of the rest no file of a room may. */
export const packageHomes = {
  zod: {
    homes: [
      contract,
      'main/settings/',
      'main/secrets/',
      'main/generate/',
      'main/delta/',
      'main/ledger/batch-journal.ts',
      'main/streaming/checkpoint.ts',
      'main/streaming/parse-progress-line.ts',
      'main/kafka/producer-record.ts',
      'main/supervisor/run-files.ts',
      'main/supervisor/instance-lock.ts',
      'main/hosts/',
      'renderer/src/zod-without-eval.ts',
    ],
    typeHomes: ['main/', 'renderer/'],
    why: 'data is checked where it enters the house: in the contract and where files and lines are read',
  },
  execa: {
    homes: ['main/supervisor/child-process.ts'],
    why: 'child processes are started, watched and ended in one place',
  },
  'rotating-file-stream': {
    homes: ['main/supervisor/'],
    why: 'logs of services are written by the supervisor',
  },
  kafkajs: { homes: ['main/kafka/'], why: 'its words and its faults stay in one room' },
  'p-retry': { homes: ['main/kafka/'], why: 'only sends are repeated' },
  '@duckdb/node-api': {
    homes: ['main/analytics/', 'main/delta/', 'main/history/'],
    why: 'tables are read through the analytics session, pinned to a table version; the history is a file of its own',
  },
  'csv-parse': { homes: ['main/replay/'], why: 'CSV is read where files are replayed' },
  'pure-rand': { homes: ['main/generate/'], why: 'chance is seeded, and only events are drawn' },
  ulid: { homes: ['main/generate/'], why: 'only events get such ids' },
  cmdk: { homes: ['renderer/src/components/'], why: 'there is one palette' },
  ...Object.fromEntries(
    ['autocomplete', 'commands', 'lang-sql', 'language', 'state', 'view']
      .map((part) => `@codemirror/${part}`)
      .concat('@lezer/highlight')
      .map((part) => [part, { homes: ['renderer/src/editor/'], why: 'there is one editor' }]),
  ),
  '@radix-ui/react-dropdown-menu': {
    homes: ['renderer/src/components/'],
    why: 'there is one kind of menu',
  },
  yazl: { homes: ['main/archives/'], why: 'zip files are written in one place' },
  i18next: { homes: ['renderer/src/languages/'], why: 'texts come from the catalogs' },
  '@tanstack/react-table': { homes: ['renderer/src/grid/'], why: 'there is one grid' },
  '@tanstack/react-virtual': {
    homes: ['renderer/src/grid/', 'renderer/src/components/'],
    why: 'long lists are drawn in two places',
  },
  yaml: { homes: ['main/settings/'], why: 'one file is written by people: the settings' },
  'prom-client': { homes: ['main/http-api/'], why: 'metrics leave the house by one door' },
  commander: { homes: ['main/hosts/'], why: 'arguments are a matter of the command line' },
  'log-update': { homes: ['main/hosts/'], why: 'the terminal is a matter of the command line' },
  sirv: { homes: ['electron/e2e/'], why: 'only tests serve a page without the loopback server' },
  ws: { homes: ['main/hosts/'], why: 'sockets are a matter of the loopback server' },
  electron: {
    homes: ['electron/'],
    why: 'main/ runs and is tested under plain Node, and the page in a browser',
  },
  react: { homes: ['renderer/'], why: 'only the page is drawn' },
  'react-dom': { homes: ['renderer/'], why: 'only the page is drawn' },
  zustand: { homes: ['renderer/'], why: 'only the page has stores' },
  echarts: {
    homes: ['renderer/src/charts/chart.tsx'],
    typeHomes: ['renderer/src/charts/'],
    why: 'one chart part loads and disposes of it; options are plain values of its types',
  },
};
