import { useStore } from 'zustand';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import { t } from '../../languages/language';
import { isShortcut } from '../../shortcuts/shortcut-registry';
import { useClient } from '../../state/client-context';
import { useDesktop } from '../../state/desktop-context';
import { createExportStore } from '../../state/export-store';
import { DialogOutcome } from './dialog-outcome';
import type { ExportForm } from './export-form';
import { ExportTarget } from './export-target';
import { useExportForm } from './use-export-form';
import { ViewForm } from './view-form';

/** The rows that are looked at: a grid, or the result of a statement. */
export type ViewSubject = Extract<
  RequestOf<'export.run'>['subject'],
  { kind: 'table' } | { kind: 'view' }
>;

/**
 * Exports what is looked at: all rows of the query, not the page that is loaded. In the desktop a
 * dialog of the system asks for the file; in a browser it is downloaded, or written to a folder.
 */
export function ExportDialog(props: {
  /** What it is for people, such as a table's name. */
  what: string;
  subject: ViewSubject;
  /** The file's name without its ending, as the desktop suggests it. */
  suggestedName: string;
  onClose: () => void;
}) {
  const { what, subject, suggestedName, onClose } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const desktop = useDesktop();
  const client = useClient();
  // A dialog tells of its own export, not of the one that the place Export shows.
  const [own] = useState(() => createExportStore(client));
  const run = useStore(own);
  const [kept, keepForm] = useExportForm();
  const [form, setForm] = useState<ExportForm>(() => ({
    ...kept,
    // A view is one file.
    formats: kept.formats === 'parquet' ? 'parquet' : 'csv',
  }));
  const [target, setTarget] = useState<'download' | 'folder'>('download');
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const isRunning = run.state.kind === 'running';
  const { formats, dialect } = form;
  const start = async () => {
    keepForm({ ...kept, dialect, folder: form.folder });
    const asked = { subject, formats, dialect };
    if (desktop) {
      const kind = formats === 'parquet' ? 'parquet' : 'csv';
      const name = `${suggestedName}.${kind}`;
      try {
        const named = { kind, suggestedName: name } as const;
        const { chosen } = await desktop.request('desktop.chooseFile', named);
        if (chosen === null) return;
        const place = { folder: chosen.folder, fileName: chosen.name };
        await run.run(what, { to: 'folder', request: { ...asked, ...place } });
      } catch (thrown) {
        run.fail(what, thrown);
      }
    } else if (target === 'download') {
      await run.run(what, { to: 'download', request: asked });
    } else {
      const place = { folder: form.folder.trim(), createFolder: true };
      await run.run(what, { to: 'folder', request: { ...asked, ...place } });
    }
  };
  const needsFolder = !desktop && target === 'folder' && form.folder.trim() === '';
  return (
    <dialog
      ref={dialog}
      className="dialog export-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!isRunning) onClose();
      }}
      onKeyDown={(event) => {
        if (isRunning && isShortcut('cancel', event.nativeEvent)) run.cancel();
      }}
    >
      <h2 id={id} className="dialog-title">
        {t('export.exportOne', { what })}
      </h2>
      <p className="panel-note export-all">{t('export.allRows')}</p>
      <ViewForm form={form} isDisabled={isRunning} onChange={setForm} />
      {!desktop && (
        <ExportTarget
          target={target}
          folder={form.folder}
          isDisabled={isRunning}
          onTarget={setTarget}
          onFolder={(folder) => setForm({ ...form, folder })}
        />
      )}
      <DialogOutcome run={run} />
      <div className="dialog-actions">
        <button type="button" className="button" disabled={isRunning} onClick={onClose}>
          {t('data.close')}
        </button>
        <button
          type="button"
          className="button button-strong"
          disabled={isRunning || needsFolder}
          title={needsFolder ? t('export.folderFirst') : undefined}
          onClick={() => void start()}
        >
          {t('export.action')}
        </button>
      </div>
    </dialog>
  );
}
