import { exportDialects, type exportFormats } from '../../../../main/contract/export';
import { t } from '../../languages/language';
import type { ExportForm } from './export-form';

/** Which files, and the dialect of a CSV; Parquet alone has none. */
export function FileForm(props: {
  form: ExportForm;
  formats: readonly (typeof exportFormats)[number][];
  isDisabled?: boolean;
  onChange: (form: ExportForm) => void;
}) {
  const { form, formats, isDisabled = false, onChange } = props;
  return (
    <>
      <label>
        <span>{t('export.formats')}</span>
        <select
          className="select"
          value={form.formats}
          disabled={isDisabled}
          onChange={({ target }) =>
            onChange({ ...form, formats: target.value as ExportForm['formats'] })
          }
        >
          {formats.map((one) => (
            <option key={one} value={one}>
              {t(`export.format.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('export.dialects')}</span>
        <select
          className="select"
          value={form.dialect}
          disabled={isDisabled || form.formats === 'parquet'}
          onChange={({ target }) =>
            onChange({ ...form, dialect: target.value as ExportForm['dialect'] })
          }
        >
          {exportDialects.map((one) => (
            <option key={one} value={one}>
              {t(`export.dialect.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
