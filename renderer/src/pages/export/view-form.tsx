import { exportDialects } from '../../../../main/contract/export';
import { t } from '../../languages/language';
import type { ExportForm } from './export-form';

const viewFormats = ['csv', 'parquet'] as const;

/** The form of one file: CSV in a dialect, or Parquet, which has none. */
export function ViewForm(props: {
  form: ExportForm;
  isDisabled: boolean;
  onChange: (form: ExportForm) => void;
}) {
  const { form, isDisabled, onChange } = props;
  return (
    <div className="export-tools">
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
          {viewFormats.map((one) => (
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
    </div>
  );
}
