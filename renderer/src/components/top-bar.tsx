import { t } from '../languages/language';
import { missing } from '../format/missing';
import { describeState } from '../pages/pipeline/pipeline-appearance';
import { keysText } from '../shortcuts/keys-text';
import { writeAddress } from '../state/address-store';
import { useNowMs, useStores } from '../state/stores';
import { useShownPack } from '../state/use-shown-pack';
import { Freshness } from './freshness';
import { HelpMenu } from './help-menu';
import { Icon } from './icon';
import { PipelineMenu } from './pipeline-menu/pipeline-menu';
import { SampleSign } from './sample-sign';
import { StartStopButton } from './start-stop-button';
import { StateAnnouncer } from './state-announcer';
import { StepProgress } from './step-progress';
import { ThemeSwitch } from './theme-switch';

/** Always visible: the one control, the state with its time, the pack, and how fresh the rows are. */
export function TopBar() {
  const pipeline = useStores('overview', (state) => state.overview?.pipeline ?? null);
  const sent = useStores('overview', (state) => state.sent);
  const command = useStores('overview', (state) => state.command);
  const nowMs = useNowMs();
  const text = pipeline ? describeState(pipeline, nowMs) : null;
  const state = pipeline?.state ?? null;
  return (
    <header className="top-bar" aria-label={t('topBar.label')}>
      <span className="product">
        <span className="product-mark" aria-hidden="true" />
        <h1>{t('product')}</h1>
      </span>
      <div className="start-group">
        <StartStopButton state={state} sent={sent} onCommand={(next) => void command(next)} />
        <PipelineMenu />
      </div>
      <div className="state-text" data-testid="pipeline-state" data-state={state ?? 'unknown'}>
        <span className="state-headline">
          {text?.headline ?? t('stateDetail.connecting')}
          {pipeline?.step && <StepProgress step={pipeline.step} />}
        </span>
        {text?.detail && (
          <span className="state-detail" title={text.detail}>
            {text.detail}
          </span>
        )}
      </div>
      {pipeline && (
        <StateAnnouncer
          text={t(`state.${pipeline.state}`)}
          isUrgent={pipeline.state === 'failed'}
        />
      )}
      <SampleSign />
      <dl className="top-bar-facts">
        <div>
          <dt>{t('topBar.pack')}</dt>
          <dd>
            <Packs />
          </dd>
        </div>
        <div className="connection-profile">
          <dt>{t('bars.profile')}</dt>
          <dd>{t('bars.thisComputer')}</dd>
        </div>
        <Freshness nowMs={nowMs} />
      </dl>
      <PaletteButton />
      <HelpMenu />
      <ThemeSwitch />
    </header>
  );
}

/** The pack; of several that run together each opens its dashboard. */
function Packs() {
  const { packs } = useShownPack();
  const [first, ...others] = packs;
  if (first === undefined) return missing;
  if (others.length === 0) return first;
  return packs.map((pack) => (
    <a
      key={pack}
      className="top-bar-pack"
      href={`#${writeAddress('/dashboard', { pack: pack === first ? null : pack })}`}
      title={t('topBar.openDashboard', { pack })}
    >
      {pack}
    </a>
  ));
}

/** Opens the command palette, and says by which keys. */
function PaletteButton() {
  const toggle = useStores('palette', (state) => state.toggle);
  const keys = keysText('palette');
  return (
    <button
      type="button"
      className="button palette-button"
      aria-label={`${t('palette.label')} ${keys}`}
      title={t('palette.label')}
      onClick={toggle}
    >
      <Icon name="magnifier" />
      <kbd>{keys}</kbd>
    </button>
  );
}
