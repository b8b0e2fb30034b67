import type { EventTrace, TraceRecord } from '../../contract/trace';
import { formatTable } from '../texts/format';
import { connectIfRunning, unwrap } from '../with-control';
import { withTables, type Answer } from './read';

/** The way of one event, through the living instance or straight from the tables. */
export async function traceEvent(options: {
  dataFolder: string;
  pack: string;
  eventId: string;
}): Promise<Answer<EventTrace>> {
  const { dataFolder, pack, eventId } = options;
  const client = await connectIfRunning(dataFolder);
  try {
    const trace = client
      ? unwrap(await client.invoke('event.trace', { eventId }))
      : await withTables(dataFolder, pack, (reading) => reading.traceEvent(eventId));
    return { json: trace, text: traceText(trace) };
  } finally {
    client?.close();
  }
}

/** One block a record: its place, where it ended, and each hop with the time since it was sent. */
export function traceText({ eventId, topic, records }: EventTrace): string {
  if (records.length === 0) return `${eventId}: sent, and in no table yet.`;
  return records.map((record) => recordText(topic, record)).join('\n\n');
}

function recordText(topic: string, { partition, offset, batchId, ...record }: TraceRecord): string {
  const batch = batchId === null ? 'not in a micro-batch yet' : `micro-batch ${batchId}`;
  const detail = record.detail === null ? '' : ` (${record.detail})`;
  const startMs = record.hops.find(({ atMs }) => atMs !== null)?.atMs ?? null;
  const rows = record.hops.map(({ hop, table, version, atMs }) => [
    hop,
    table ?? (hop === 'broker' ? topic : 'producer'),
    version === null ? '' : `version ${version}`,
    atMs === null ? '—' : new Date(atMs).toISOString(),
    atMs === null || startMs === null ? '' : `+${atMs - startMs} ms`,
  ]);
  const head = `${topic} partition ${partition}, offset ${offset}, ${batch}: ${record.outcome}${detail}`;
  return `${head}\n${formatTable(['hop', 'where', '', 'at (UTC)', ''], rows)}`;
}
