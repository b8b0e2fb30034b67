package deltadesk.streaming.parse;

/** What a record's value must be before its fields are looked at: the rules of stage parse. */
public enum ParseRule {
    NOT_EMPTY("not-empty", "The value is empty."),
    UTF_8("utf-8", "The value is not UTF-8 text."),
    JSON("json", "The value is not JSON."),
    JSON_LIMITS("json-limits",
            "The value is nested more than 1000 levels deep or holds an oversized number or name."),
    OBJECT("object", "The value is not a JSON object.");

    private final String word;
    private final String error;

    ParseRule(String word, String error) {
        this.word = word;
        this.error = error;
    }

    /** As stored in the table of rejected records. */
    public String word() {
        return word;
    }

    Refusal refusal() {
        return new Refusal(Stage.PARSE, word, error, null);
    }
}
