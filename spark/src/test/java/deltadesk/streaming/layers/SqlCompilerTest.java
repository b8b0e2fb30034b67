package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.definition.ColumnDefinition;
import deltadesk.definition.DefinitionException;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlCompilerTest {
    private static final SqlCompiler COMPILER = new SqlCompiler(
            TestSpark.session(), ResolvedDefinition.read(TestSpark.salesPack()));
    private static final StructType INPUT = new StructType().add("a", "int").add("b", "string");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a +                          | the SQL is not valid
            missing + 1                  | the SQL is not valid
            b                            | the expression gives string and not int
            cast(rand() * 10 as int)     | may give another value when a batch is replayed
            year(current_date())         | may give another value when a batch is replayed
            cast(unix_timestamp() as int) | may give another value when a batch is replayed
            sum(a)                       | not about one row
            cast(lookup('x', a, 'y') as int) | there is no catalog 'x'
            cast(lookup('clients', a, 'y') as int) | has no column 'y'
            cast(lookup(b, a, 'y') as int) | must be texts in quotes
            """)
    void anExpressionThatCannotBeUsedIsNamed(String sql, String sentence) {
        List<ColumnDefinition> columns = List.of(
                new ColumnDefinition("fine", "int", "a"), new ColumnDefinition("bad", "int", sql));
        String message = assertThrows(DefinitionException.class,
                () -> COMPILER.compile("silver.columns", INPUT, columns)).getMessage();
        assertTrue(message.contains(sentence), message);
        assertTrue(message.startsWith("stream.json, field silver.columns"), message);
        assertTrue(message.lines().count() == 1, message);
    }
}
