package deltadesk.streaming.layers;

import deltadesk.definition.Catalog;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;

/**
 * The SQL function `lookup('<catalog>', key, '<column>')`: the catalog row's value as text; null
 * when the key is null or has no row.
 */
final class LookupFunction implements UDF3<String, Object, String, String> {
    static final String NAME = "lookup";
    private static final long serialVersionUID = 1L;

    private final Map<String, Catalog> catalogs;

    private LookupFunction(Map<String, Catalog> catalogs) {
        this.catalogs = catalogs;
    }

    static void register(SparkSession session, Map<String, Catalog> catalogs) {
        session.udf().register(NAME, new LookupFunction(catalogs), DataTypes.StringType);
    }

    @Override
    public String call(String catalog, Object key, String column) {
        return key == null ? null : catalogs.get(catalog).find(key.toString(), column);
    }
}
