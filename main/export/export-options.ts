import type { ExportDialect } from '../contract/export';

/** What decides the bytes of a CSV file, beside its columns. */
export interface CsvForm {
  readonly dialect: ExportDialect;
  readonly neutralise: boolean;
  readonly keepLineBreaks: boolean;
}

/** Delimiter and decimal sign by dialect (export.md section 2); all else is the same. */
export const dialectSigns: Readonly<
  Record<ExportDialect, { readonly delimiter: string; readonly decimal: string }>
> = {
  powerbi: { delimiter: ',', decimal: '.' },
  'excel-eu': { delimiter: ';', decimal: ',' },
};
