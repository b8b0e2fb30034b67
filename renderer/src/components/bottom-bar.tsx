import { messages } from '../messages';
import { useStores } from '../state/stores';
import { CopyButton } from './copy-button';

/** Addresses that a person takes elsewhere: the broker's and the data folder's. */
export function BottomBar() {
  const broker = useStores('overview', (state) => state.overview?.pipeline.bootstrapServers);
  const app = useStores('app', (state) => state.app);
  const text = messages.bottomBar;
  return (
    <footer className="bottom-bar" aria-label={text.label}>
      <span className="bottom-bar-item">
        <span className="bottom-bar-name">{text.broker}</span>
        {broker ? (
          <>
            <code>{broker}</code>
            <CopyButton text={broker} label={messages.copy.action} />
          </>
        ) : (
          <span>{text.noBroker}</span>
        )}
      </span>
      {app && (
        <>
          <span className="bottom-bar-item bottom-bar-folder">
            <span className="bottom-bar-name">{text.dataFolder}</span>
            <code title={app.dataFolder}>{app.dataFolder}</code>
            <CopyButton text={app.dataFolder} label={messages.copy.action} />
          </span>
          <span className="bottom-bar-item">{text.version(app.version)}</span>
        </>
      )}
    </footer>
  );
}
