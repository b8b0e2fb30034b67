import { CopyButton } from '../../components/copy-button';
import { Panel } from '../../components/panel';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';

/** How the pack comes into Power BI, and where the tables lie for tools that read them directly. */
export function PowerBiSteps({ pack }: { pack: string }) {
  const dataFolder = useStores('app', (state) => state.app?.dataFolder ?? null);
  const folder = dataFolder === null ? null : `${dataFolder}/delta`;
  return (
    <Panel title={t('export.steps.title')} className="export-steps">
      <ol>
        <li>{t('export.steps.write')}</li>
        <li>{t('export.steps.open', { file: `${pack}.pbids` })}</li>
        <li>{t('export.steps.query')}</li>
        <li>{t('export.steps.refresh')}</li>
      </ol>
      {folder !== null && (
        <p className="panel-note">
          {t('export.steps.direct', { folder })}
          <CopyButton text={folder} label={t('export.copyPath')} />
        </p>
      )}
    </Panel>
  );
}
