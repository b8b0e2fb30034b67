import { Fragment } from 'react';
import type { MicroBatches } from '../../../../../main/contract/micro-batches';
import { Icon } from '../../../components/icon';
import { Panel } from '../../../components/panel';
import { formatRate } from '../../../format/numbers';
import { missing } from '../../../format/missing';
import { t } from '../../../languages/language';
import { useNowMs, useStores } from '../../../state/stores';
import { PlaceLink } from '../panel-link';
import { toFlow } from './flow-model';
import type { FlowEdge, FlowNode } from './flow-model';

/** From the producer to Gold, with the state of each station and what moves between them. */
export function FlowPanel({ batches }: { batches: MicroBatches | null }) {
  const overview = useStores('overview', (state) => state.overview);
  const nowMs = useNowMs();
  const flow = overview && toFlow(overview, batches, nowMs);
  return (
    <Panel title={t('flow.title')} learn="medallion" className="flow-panel">
      {flow && (
        <div className="flow">
          {flow.nodes.map((node, index) => (
            <Fragment key={node.name}>
              <Node node={node} />
              {flow.edges[index] && <Edge edge={flow.edges[index]} />}
            </Fragment>
          ))}
          <Edge edge={flow.rejected} />
          <PlaceLink href="/kafka/dlq" className="flow-node flow-dead" testId="node-deadLetters">
            <span className="flow-name">{t('flow.nodes.deadLetters')}</span>
            <span className="flow-fact">{t('flow.deadLetters')}</span>
          </PlaceLink>
        </div>
      )}
    </Panel>
  );
}

function Node({ node: { name, state, fact, href } }: { node: FlowNode }) {
  return (
    <PlaceLink href={href} className={`flow-node flow-${name}`} testId={`node-${name}`}>
      <span className="flow-name">{t(`flow.nodes.${name}`)}</span>
      <span className={`flow-state tone-${state.tone}`}>
        <Icon name={state.icon} spins={state.spins} />
        {state.word}
      </span>
      <span className="flow-fact">{fact ?? missing}</span>
    </PlaceLink>
  );
}

function Edge({ edge: { name, ratePerSecond, href } }: { edge: FlowEdge }) {
  const rate =
    ratePerSecond === null ? missing : t('flow.rate', { rate: formatRate(ratePerSecond) });
  return (
    <PlaceLink
      href={href}
      className={`flow-edge flow-edge-${name}`}
      label={t(`flow.edges.${name}`, { rate })}
      testId={`edge-${name}`}
    >
      <span className="flow-rate">
        {name === 'rejected' && `${t('flow.rejected')} `}
        {rate}
      </span>
      <span className="flow-line" data-moves={ratePerSecond !== null && ratePerSecond > 0} />
    </PlaceLink>
  );
}
