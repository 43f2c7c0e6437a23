package nn.detect;

import java.util.List;

/**
 * How much work a detector is.
 */
public enum DetectorSize {
    /** Seconds. */
    SMALL(new DetectorPlan(List.of(64), 2, 20_000, 4_000)),
    /** A minute or two. */
    FULL(new DetectorPlan(List.of(256), 20, 60_000, 24_000));

    private final DetectorPlan plan;

    DetectorSize(DetectorPlan plan) {
        this.plan = plan;
    }

    DetectorPlan plan() {
        return plan;
    }
}
