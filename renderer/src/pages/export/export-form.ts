import type { RequestOf } from '../../../../main/contract/api';
import { exportDialects, exportFormats } from '../../../../main/contract/export';

/** How the files are written; the same for every export of this window. */
export interface ExportForm {
  readonly folder: string;
  readonly formats: (typeof exportFormats)[number];
  readonly dialect: (typeof exportDialects)[number];
  readonly timeInName: boolean;
}

/** The name under which it is kept. */
export const formName = 'export';
const defaults: ExportForm = {
  folder: '',
  formats: 'both',
  dialect: 'powerbi',
  timeInName: false,
};

/** The form as it was last used, out of what is kept; the defaults where it cannot be read. */
export function readForm(text: string | undefined): ExportForm {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<ExportForm>;
    return {
      folder: typeof kept.folder === 'string' ? kept.folder : defaults.folder,
      formats: exportFormats.find((one) => one === kept.formats) ?? defaults.formats,
      dialect: exportDialects.find((one) => one === kept.dialect) ?? defaults.dialect,
      timeInName: kept.timeInName === true,
    };
  } catch {
    return defaults;
  }
}

/**
 * The request for a preset, or with null for the Power BI pack, which has one form alone; `pack`
 * undefined: of the one that is shown.
 */
export function toExportRequest(
  form: ExportForm,
  preset: string | null,
  contractVersion: number | null = null,
  pack?: string,
): RequestOf<'export.run'> {
  const whose = pack === undefined ? {} : { pack };
  const where = { folder: form.folder.trim(), createFolder: true, ...whose };
  return preset === null
    ? { ...where, subject: { kind: 'powerBi' }, formats: form.formats }
    : {
        ...where,
        subject: { kind: 'preset', preset },
        contractVersion,
        formats: form.formats,
        dialect: form.dialect,
        timeInName: form.timeInName,
      };
}
