package deltadesk.definition;

import java.io.Serializable;

/** A catalog's file, relative to the pack's folder, and the column whose values find its rows. */
public record CatalogDefinition(String file, String key) implements Serializable {}
