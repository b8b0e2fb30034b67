import type { PipelineState } from '../../main/contract/pipeline';
import type { Connection } from './api/transport';
import { t } from './languages/language';

/** Four shapes, and an arc while something is under way: told apart without their colours. */
const favicons: Record<PipelineState, string> = {
  stopped: 'stopped',
  checking: 'working',
  starting: 'working',
  running: 'running',
  degraded: 'degraded',
  stopping: 'working',
  failed: 'failed',
};

/** State in title and icon of the browser's tab, and in the window's title. */
export function showStateInTab(
  state: PipelineState | null,
  connection: Connection,
  place: string,
): void {
  const { word, icon } = stateOf(state, connection);
  document.title = isOver(connection)
    ? t('stopped.title')
    : [word, place, t('product')].filter(Boolean).join(' · ');
  document.querySelector('#favicon')?.setAttribute('href', `./state-${icon}.svg`);
}

/** A state that nobody can vouch for any more is not shown as if it held. */
function stateOf(state: PipelineState | null, connection: Connection) {
  if (connection.kind === 'lost')
    return { word: t('tab.lost'), icon: isOver(connection) ? 'stopped' : 'degraded' };
  return { word: state && t(`state.${state}`), icon: state ? favicons[state] : 'stopped' };
}

const isOver = (connection: Connection) => connection.kind === 'lost' && connection.hasEnded;
