import { exportFormats } from '../../../../main/contract/export';
import { t } from '../../languages/language';
import { useDesktop } from '../../state/desktop-context';
import type { ExportForm } from './export-form';
import { FileForm } from './file-form';

/** The folder and the form of the files. */
export function ExportTools(props: {
  form: ExportForm;
  onChange: (form: ExportForm) => void;
  /** The system's dialog could not be had. */
  onFailed: (thrown: unknown) => void;
}) {
  const { form, onChange } = props;
  const desktop = useDesktop();
  const choose = async () => {
    try {
      const answer = await desktop?.request('desktop.chooseFolder', { purpose: 'export' });
      if (answer?.folder) onChange({ ...form, folder: answer.folder });
    } catch (thrown) {
      props.onFailed(thrown);
    }
  };
  return (
    <div className="export-tools" role="group" aria-label={t('export.form')}>
      <label className="export-folder">
        <span>{t('export.folder')}</span>
        <input
          className="text-field"
          value={form.folder}
          placeholder={t(desktop ? 'export.folderAsk' : 'export.folderOrDownload')}
          spellCheck={false}
          onChange={(event) => onChange({ ...form, folder: event.target.value })}
        />
      </label>
      {desktop && (
        <button type="button" className="button" onClick={() => void choose()}>
          {t('export.choose')}
        </button>
      )}
      <FileForm {...{ form, onChange }} formats={exportFormats} />
      <label className="export-check">
        <input
          type="checkbox"
          checked={form.timeInName}
          onChange={({ target }) => onChange({ ...form, timeInName: target.checked })}
        />
        <span>{t('export.timeInName')}</span>
      </label>
    </div>
  );
}
