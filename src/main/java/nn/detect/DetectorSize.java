package nn.detect;

import java.util.List;
import nn.json.EnumName;

/** How much work a detector is. */
public enum DetectorSize {
    /** Seconds. */
    SMALL(new DetectorPlan(List.of(64), 6, 4e-3, 0, 20_000, 2_000)),
    /** A minute or two. */
    FULL(new DetectorPlan(List.of(512), 30, 2e-3, 0.999, 55_000, 12_000));

    private final DetectorPlan plan;

    DetectorSize(DetectorPlan plan) {
        this.plan = plan;
    }

    DetectorPlan plan() {
        return plan;
    }

    /** The name on the command line and in files. */
    public String label() {
        return EnumName.of(this);
    }
}
