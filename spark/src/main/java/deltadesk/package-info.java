/** The streaming job and the launcher that ties a JVM's life to its parent's. */
package deltadesk;
