import { useState } from 'react';
import type { PipelineState } from '../../../../main/contract/pipeline';
import { pipelinePart } from '../../../../main/contract/pipeline';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { Icon } from '../icon';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '../menu';
import { ResetDialog } from './reset-dialog';
import { RunOnceDialog } from './run-once-dialog';

/** Whether the pipeline as a whole can be given a command now. */
type Phase = 'stopped' | 'running' | 'busy';

const phaseOf = (state: PipelineState | null): Phase =>
  state === 'running' || state === 'degraded'
    ? 'running'
    : state === 'stopped' || state === 'failed'
      ? 'stopped'
      : 'busy';

/** What can be asked of the pipeline beside Start and Stop (ux.md section 2). */
export function PipelineMenu() {
  const state = useStores('overview', (store) => store.overview?.pipeline.state ?? null);
  const [dialog, setDialog] = useState<'runOnce' | 'reset' | null>(null);
  const phase = phaseOf(state);
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            className="button pipeline-menu"
            aria-label={t('control.menu')}
            title={t('control.menu')}
            data-testid="pipeline-menu"
          >
            <Icon name="chevron" />
          </button>
        }
      >
        <StartItems phase={phase} />
        <MenuSeparator />
        <RestartItems phase={phase} />
        <MenuSeparator />
        <PauseItem />
        <MenuItem
          isDisabled={phase === 'busy'}
          note={phase === 'busy' ? t('control.busy') : undefined}
          onSelect={() => setDialog('runOnce')}
        >
          {t('control.runOnce')}
        </MenuItem>
        <MenuItem
          isDisabled={phase !== 'stopped'}
          note={phase === 'stopped' ? undefined : t('control.needsStopped')}
          onSelect={() => setDialog('reset')}
        >
          {t('control.reset')}
        </MenuItem>
      </Menu>
      {dialog === 'runOnce' && <RunOnceDialog onClose={close} />}
      {dialog === 'reset' && <ResetDialog onClose={close} />}
    </>
  );
}

function StartItems({ phase }: { phase: Phase }) {
  const command = useStores('overview', (state) => state.command);
  return (
    <>
      <MenuHeading>{t('control.start')}</MenuHeading>
      {(['producer', 'streamingJob'] as const).map((only) => (
        <MenuItem
          key={only}
          isDisabled={phase !== 'stopped'}
          note={
            phase === 'stopped'
              ? t(only === 'producer' ? 'control.onlyProducerNote' : 'control.onlyStreamingJobNote')
              : t('control.needsStopped')
          }
          onSelect={() => void command('start', only)}
        >
          {t(only === 'producer' ? 'control.onlyProducer' : 'control.onlyStreamingJob')}
        </MenuItem>
      ))}
    </>
  );
}

/** How a restart goes is shown on the card of the part. */
function RestartItems({ phase }: { phase: Phase }) {
  const restart = useStores('restarts', (state) => state.restart);
  const open = useStores('address', (state) => state.open);
  return (
    <>
      <MenuHeading>{t('control.restart')}</MenuHeading>
      {pipelinePart.options.map((part) => (
        <MenuItem
          key={part}
          isDisabled={phase !== 'running'}
          onSelect={() => {
            open('/pipeline', { show: 'parts' });
            void restart(part);
          }}
        >
          {t(`parts.names.${part}`)}
        </MenuItem>
      ))}
    </>
  );
}

function PauseItem() {
  const state = useStores('overview', (store) => store.overview?.producer.state ?? 'stopped');
  const pause = useStores('overview', (store) => store.pauseProducer);
  const isPaused = state === 'paused';
  return (
    <MenuItem
      isDisabled={state === 'stopped'}
      note={state === 'stopped' ? t('control.needsRunning') : undefined}
      onSelect={() => void pause(!isPaused)}
    >
      {isPaused ? t('control.resume') : t('control.pause')}
    </MenuItem>
  );
}
