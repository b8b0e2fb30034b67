/** Starts another program's main class so that it ends with its parent; needs the JDK alone. */
package deltadesk.launch;
