/** Aggregates: a fold of Silver's commits by key, carried in memory and published as a table. */
package deltadesk.aggregates;
