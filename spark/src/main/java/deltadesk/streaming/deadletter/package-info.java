/** Rejected records on their way to the dead-letter queue, a topic that all packs share. */
package deltadesk.streaming.deadletter;
