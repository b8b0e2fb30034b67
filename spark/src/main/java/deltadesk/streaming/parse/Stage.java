package deltadesk.streaming.parse;

/** Where a record was refused (floor 4.2). */
public enum Stage {
    PARSE("parse"), SCHEMA("schema"), RULE("rule");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** As stored in the table of rejected records. */
    public String word() {
        return word;
    }
}
