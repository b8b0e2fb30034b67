package deltadesk.aggregates;

import java.util.Arrays;

/** One row of an aggregate in memory: a state for each measure, and when it last changed. */
final class GroupState {
    final Object[] states;
    /** Microseconds since the epoch; null until published for the first time. */
    Long processedAtMicros;
    boolean isChanged;

    GroupState(Object[] states, Long processedAtMicros) {
        this.states = states;
        this.processedAtMicros = processedAtMicros;
    }

    boolean hasSameStates(GroupState other) {
        return other != null && Arrays.equals(states, other.states);
    }
}
