import { InvalidArgumentError, Option } from 'commander';
import { copyFormats, type CopyFormat } from '../../contract/export-copy';
import { exportDialects, exportFormats, type ExportDialect } from '../../contract/export';
import { failed } from '../../contract/failure';
import { copyExport, createVersion, listExports, runExport } from '../commands/export';
import type { RecordFilter } from '../../contract/records';
import {
  absolutePath,
  jsonOption,
  listed,
  numberBetween,
  type CommonOptions,
} from '../command-options';
import { toSubject, toTarget } from '../export-subject';
import type { TypedSubject } from '../export-subject';
import { parseFilter, parseSort } from '../parse-filter';
import { showProgress } from '../show-progress';
import { answer, packOption, verb, type AddVerb } from '../verb';

interface ExportVerbOptions extends CommonOptions, Omit<TypedSubject, 'preset'> {
  readonly pack: string;
  readonly list?: boolean;
  readonly createVersion?: boolean;
  readonly print?: CopyFormat;
  readonly contract?: number;
  readonly to?: string;
  readonly create?: boolean;
  readonly format?: (typeof exportFormats)[number];
  readonly dialect: ExportDialect;
  readonly safe?: boolean;
  readonly keepLineBreaks?: boolean;
  readonly timeInName?: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly country?: string[];
  readonly segment?: string[];
}

function parseVersion(typed: string): number {
  const version = Number(typed.replace(/^v/, ''));
  if (Number.isInteger(version) && version > 0) return version;
  throw new InvalidArgumentError('It must be a version such as 2.');
}

function parseTime(typed: string): string {
  // A time without a zone is UTC, like every time that an export holds.
  const time = new Date(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(typed) ? `${typed}Z` : typed);
  if (Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError('It must be a time such as 2026-11-21T09:00:00Z.');
  }
  return time.toISOString();
}

/** Files for spreadsheets and Power BI: `export`. */
export function addExportVerb(add: AddVerb): void {
  add('export', 'write a table as CSV or Parquet, or the whole pack for Power BI')
    .argument('[preset]', 'such as sales; --list shows all')
    .option('--list', 'show the presets')
    .option('--power-bi', 'all presets with connection, typed queries, schema and manifest')
    .option('--table <table>', 'the rows of a table, such as silver.<table>')
    .option('--sql <select>', 'the rows of a SELECT over the tables')
    .addOption(
      new Option('--filter <condition>', 'of --table: "column op value"; several hold together')
        .argParser((typed, before: RecordFilter[]) => [...before, parseFilter(typed)])
        .default([], 'none'),
    )
    .addOption(
      new Option('--sort <list>', 'of --table: e.g. amount:desc,name')
        .argParser(parseSort)
        .default([], 'none'),
    )
    .addOption(
      new Option('--columns <list>', 'of --table: only these, in this order').argParser(listed),
    )
    .addOption(
      new Option('--at-version <version>', 'of --table: an earlier version').argParser(
        numberBetween(0, Number.MAX_SAFE_INTEGER, true),
      ),
    )
    .addOption(
      new Option('--to <path>', 'where to: a folder, or a file .csv or .parquet').argParser(
        absolutePath,
      ),
    )
    .option('--create', 'make the folder when it is missing')
    .addOption(
      new Option('--print <format>', 'up to 10,000 rows as text instead, for a clipboard').choices([
        ...copyFormats,
      ]),
    )
    .option('--create-version', 'the next contract version, with the columns its table gained')
    .addOption(
      new Option('--contract <version>', 'other than the shipped version').argParser(parseVersion),
    )
    .addOption(
      new Option('--format <format>', 'csv; with --power-bi both').choices([...exportFormats]),
    )
    .addOption(
      new Option('--dialect <dialect>', 'signs of the CSV')
        .choices([...exportDialects])
        .default('powerbi'),
    )
    .option('--safe', 'an apostrophe before text that a spreadsheet would take for a formula')
    .option('--keep-line-breaks', 'do not make them spaces')
    .option('--time-in-name', 'a new name for every export')
    .addOption(new Option('--from <time>', 'rows from this time on').argParser(parseTime))
    .addOption(new Option('--until <time>', 'rows before this time').argParser(parseTime))
    .addOption(new Option('--country <codes>', 'e.g. FR,DE').argParser(listed))
    .addOption(new Option('--segment <codes>', 'e.g. INDIVIDUAL').argParser(listed))
    .addOption(packOption())
    .addOption(jsonOption())
    .action((preset: string | undefined, options: ExportVerbOptions) =>
      verb(async () => {
        if (options.list) {
          const { json, text } = await listExports(options);
          return answer(options, json, () => text);
        }
        if (options.createVersion && preset !== undefined) {
          const { json, text } = await createVersion({ ...options, preset });
          return answer(options, json, () => text);
        }
        const subject = toSubject({ ...options, preset });
        const { country = [], segment = [] } = options;
        const filters = {
          since: options.from ?? null,
          until: options.until ?? null,
          country,
          segment,
        };
        const contractVersion = options.contract ?? null;
        if (options.print !== undefined) {
          const asked = { subject, filters, contractVersion, format: options.print };
          const { json, text } = await copyExport(options, asked);
          return options.json ? answer(options, json, () => text) : void process.stdout.write(text);
        }
        if (options.to === undefined) {
          const reason = 'name the folder to write into with --to';
          throw failed('REQUEST_INVALID', { name: 'export', reason });
        }
        const progress = showProgress('export');
        const request = {
          subject,
          ...toTarget(options.to, options.format, subject.kind === 'powerBi'),
          contractVersion,
          createFolder: options.create ?? false,
          dialect: options.dialect,
          neutralise: options.safe ?? false,
          keepLineBreaks: options.keepLineBreaks ?? false,
          timeInName: options.timeInName ?? false,
          filters,
        };
        try {
          const { json, text } = await runExport({ ...options, request, ...progress });
          progress.end();
          answer(options, json, () => text);
        } finally {
          progress.end();
        }
      })(options),
    );
}
