package deltadesk.aggregates;

import java.util.Arrays;

/**
 * A HyperLogLog sketch (Flajolet et al. 2007) with the estimator of Ertl, "New cardinality
 * estimation algorithms for HyperLogLog sketches" (2017), section 4: one formula for small, middle
 * and large counts. Its registers are maxima, so the order of the values does not matter;
 * DataSketches' own would carry an estimate that does. 8,192 registers have a standard error of
 * 1.15 %, so that the 5 % of floor D8 are more than four of them; half as many were beyond it about
 * once in a thousand sets of 20,000 values.
 */
final class DistinctSketch {
    private static final int PRECISION = 13;
    static final int REGISTERS = 1 << PRECISION;
    private static final int RANK_BITS = Long.SIZE - PRECISION;

    private final byte[] registers;

    DistinctSketch(byte[] registers) {
        this.registers = registers;
    }

    static DistinctSketch of(long[] hashes) {
        byte[] registers = new byte[REGISTERS];
        for (long hash : hashes) {
            registers[index(hash)] = (byte) Math.max(registers[index(hash)], rank(hash));
        }
        return new DistinctSketch(registers);
    }

    private static int index(long hash) {
        return (int) (hash >>> RANK_BITS);
    }

    private static int rank(long hash) {
        return Math.min(RANK_BITS, Long.numberOfLeadingZeros(hash << PRECISION)) + 1;
    }

    /** This sketch itself when the hash tells nothing new. */
    DistinctSketch with(long hash) {
        if (rank(hash) <= registers[index(hash)]) {
            return this;
        }
        byte[] copy = registers.clone();
        copy[index(hash)] = (byte) rank(hash);
        return new DistinctSketch(copy);
    }

    byte[] registers() {
        return registers;
    }

    long estimate() {
        int[] counts = new int[RANK_BITS + 2];
        for (byte register : registers) {
            counts[register]++;
        }
        double sum = REGISTERS * tau(1 - counts[RANK_BITS + 1] / (double) REGISTERS);
        for (int rank = RANK_BITS; rank >= 1; rank--) {
            sum = 0.5 * (sum + counts[rank]);
        }
        sum += REGISTERS * sigma(counts[0] / (double) REGISTERS);
        return Math.round(REGISTERS / (2 * Math.log(2)) * REGISTERS / sum);
    }

    private static double sigma(double x) {
        if (x == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double power = x;
        double weight = 1;
        double sum = x;
        for (double before = -1; before != sum; weight += weight) {
            before = sum;
            power *= power;
            sum += power * weight;
        }
        return sum;
    }

    private static double tau(double x) {
        if (x == 0 || x == 1) {
            return 0;
        }
        double root = x;
        double weight = 1;
        double sum = 1 - x;
        for (double before = -1; before != sum; ) {
            before = sum;
            root = Math.sqrt(root);
            weight *= 0.5;
            sum -= (1 - root) * (1 - root) * weight;
        }
        return sum / 3;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctSketch sketch
                && Arrays.equals(registers, sketch.registers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(registers);
    }
}
