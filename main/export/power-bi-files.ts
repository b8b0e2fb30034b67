import type { ColumnType, ExportColumn } from './column-type';
import { describeType } from './column-type';
import { dialectSigns, type CsvForm } from './export-options';

/** The connection file (E-30): a folder of CSV files, or one file. */
export function toPbids(protocol: 'folder' | 'file', path: string): string {
  const details = { protocol, address: { path } };
  const connection = { details, options: {}, mode: 'Import' };
  return JSON.stringify({ version: '0.1', connections: [connection] });
}

/** Text inside quotes of Power Query's language M (E-31). */
export function toMText(text: string): string {
  return `"${text.replaceAll('"', '""').replaceAll('#(', '#(#)(')}"`;
}

function toMType({ kind }: ColumnType): string {
  switch (kind) {
    case 'integer':
      return 'Int64.Type';
    case 'money':
    case 'sum':
      return 'Currency.Type';
    case 'ratio':
      return 'type number';
    case 'timestamp':
      return 'type datetime';
    case 'date':
      return 'type date';
    case 'boolean':
      return 'type logical';
    case 'text':
      return 'type text';
  }
}

export interface PowerQueryOptions {
  readonly pack: string;
  readonly preset: string;
  readonly version: number;
  /** Absolute path of the CSV. */
  readonly file: string;
  readonly columns: readonly ExportColumn[];
}

/** The typed query of one CSV (E-31): nothing is guessed, and a changed header fails loudly. */
export function toPowerQuery({ pack, preset, version, file, columns }: PowerQueryOptions): string {
  const names = columns.map(({ name }) => toMText(name)).join(', ');
  const types = columns.map(({ name, type }) => `{${toMText(name)}, ${toMType(type)}}`).join(', ');
  const differ = toMText(`Columns differ from ${pack}/${preset} v${version}`);
  return `let
    Path = ${toMText(file)},
    Expected = {${names}},
    Source = Csv.Document(File.Contents(Path), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Promoted = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Checked = if Table.ColumnNames(Promoted) = Expected then Promoted
        else error Error.Record("Deltadesk.Contract", ${differ}, Table.ColumnNames(Promoted)),
    Nulls = Table.ReplaceValue(Checked, "", null, Replacer.ReplaceValue, Expected),
    Typed = Table.TransformColumnTypes(Nulls, {${types}}, "en-US")
in
    Typed
`;
}

/** One file of `schema.json`: columns, types and the rules for null and text. */
export function toSchemaEntry(
  preset: string,
  columns: readonly ExportColumn[],
  { dialect, neutralise, keepLineBreaks }: CsvForm,
) {
  return {
    preset,
    columns: columns.map(({ name, type }) => ({
      name,
      kind: type.kind,
      type: describeType(type),
      ...(type.kind === 'timestamp' ? { zone: 'UTC' } : {}),
    })),
    delimiter: dialectSigns[dialect].delimiter,
    decimalSign: dialectSigns[dialect].decimal,
    encoding: 'UTF-8 with byte order mark',
    lineEnd: 'CRLF',
    nullAs: columns.length === 1 ? 'quotedEmpty' : 'empty',
    emptyTextAs: '""',
    lineBreaksKept: keepLineBreaks,
    neutralised: neutralise,
  };
}
