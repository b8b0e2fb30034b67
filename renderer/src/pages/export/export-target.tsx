import { useId } from 'react';
import { t } from '../../languages/language';

/** In a browser: saved by it, or written into a folder of the machine that Deltadesk runs on. */
export function ExportTarget(props: {
  target: 'download' | 'folder';
  folder: string;
  isDisabled: boolean;
  onTarget: (target: 'download' | 'folder') => void;
  onFolder: (folder: string) => void;
}) {
  const { target, folder, isDisabled, onTarget, onFolder } = props;
  const name = useId();
  return (
    <fieldset className="export-target" disabled={isDisabled}>
      <legend>{t('export.where')}</legend>
      {(['download', 'folder'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={target === one} onChange={() => onTarget(one)} />
          {t(`export.target.${one}`)}
        </label>
      ))}
      {target === 'folder' && (
        <input
          className="text-field"
          aria-label={t('export.folder')}
          placeholder={t('export.folderHint')}
          spellCheck={false}
          value={folder}
          onChange={(event) => onFolder(event.target.value)}
        />
      )}
    </fieldset>
  );
}
