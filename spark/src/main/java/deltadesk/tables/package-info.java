/** Delta tables through Delta Kernel, without Spark: rows in, one commit out, and back again. */
package deltadesk.tables;
