package deltadesk.definition;

/** A pack that cannot be used; the message names the file, the field, and what to do about it. */
public final class DefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** `field` is a path such as `silver.columns[3].type`; empty when the whole file is meant. */
    public DefinitionException(String file, String field, String problem, String remedy) {
        super(sentence(file, field, problem, remedy));
    }

    private static String sentence(String file, String field, String problem, String remedy) {
        String place = field.isEmpty() ? file : file + ", field " + field;
        return place + ": " + problem + ". " + remedy + ".";
    }
}
