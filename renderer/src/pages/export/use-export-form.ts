import { useMemo } from 'react';
import { useStores } from '../../state/stores';
import { formName, readForm } from './export-form';
import type { ExportForm } from './export-form';

/** The form of the files as it was last used, and the function that keeps another one. */
export function useExportForm(): [ExportForm, (next: ExportForm) => void] {
  const text = useStores('kept', (state) => state.texts[formName]);
  const keep = useStores('kept', (state) => state.keep);
  const form = useMemo(() => readForm(text), [text]);
  return [form, (next) => keep(formName, JSON.stringify(next))];
}
