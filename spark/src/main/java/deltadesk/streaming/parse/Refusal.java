package deltadesk.streaming.parse;

/**
 * Why a record is rejected: `rule` is the failing field or the rule's id, null when the value is no
 * JSON object at all; `eventId` is null when the value does not tell one.
 */
public record Refusal(Stage stage, String rule, String error, String eventId) {}
