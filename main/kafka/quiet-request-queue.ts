import RequestQueue from 'kafkajs/src/network/requestQueue';

const checkScheduled = RequestQueue.prototype.scheduleCheckPendingRequests;

/**
 * kafkajs 2.2.4 looks for waiting requests each millisecond, on every connection and for ever, once
 * one response has come (its issue 1704): 900 wake-ups a second and 3 % of a core of an idle
 * pipeline. Without a request that waits there is nothing to look for: what is pushed looks for
 * itself, and so does every response.
 */
RequestQueue.prototype.scheduleCheckPendingRequests = function (): void {
  if (this.pending.length > 0) checkScheduled.call(this);
};
