/** The part of kafkajs that `quiet-request-queue.ts` mends; it has no types of its own. */
declare module 'kafkajs/src/network/requestQueue' {
  export default class RequestQueue {
    constructor(options: object);
    /** Requests that could not be sent at once. */
    readonly pending: object[];
    checkPendingRequests(): void;
    scheduleCheckPendingRequests(): void;
  }
}
