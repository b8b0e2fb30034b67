import { useState } from 'react';
import type { QueryResult } from '../../../../../main/contract/query';
import { Icon } from '../../../components/icon';
import { t } from '../../../languages/language';
import { keysText } from '../../../shortcuts/keys-text';
import { useShortcut } from '../../../shortcuts/use-shortcut';
import { useStores } from '../../../state/stores';
import { ExportDialog } from '../../export/export-dialog';
import { viewFileName } from '../../export/view-file-name';

/** All rows of a statement as a file, over the versions that its result was read at. */
export function ExportResult({ result }: { result: QueryResult }) {
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? '');
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('export-view', () => setIsOpen(true));
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        title={keysText('export-view')}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="download" />
        {t('export.action')}
      </button>
      {isOpen && (
        <ExportDialog
          what={t('export.theResult')}
          subject={{
            kind: 'view',
            name: 'query',
            sql: result.sql,
            sort: [],
            atVersions: result.tableVersions,
          }}
          suggestedName={viewFileName(pack, 'query', Date.now())}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
