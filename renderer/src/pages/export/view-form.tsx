import type { ExportForm } from './export-form';
import { FileForm } from './file-form';

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
      <FileForm {...{ form, isDisabled, onChange }} formats={viewFormats} />
    </div>
  );
}
