/** Which event ids Silver holds already, and where the record that won each of them came from. */
package deltadesk.duplicates;
