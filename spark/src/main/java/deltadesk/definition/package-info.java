/** A stream pack as the job knows it: the definition, its catalogs, and which batch uses which. */
package deltadesk.definition;
