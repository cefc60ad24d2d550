package org.hqccp.engine;

import org.drools.drl.ast.descr.PackageDescr;
import org.hqccp.decision.Status;

/** What tests may see of the two evaluators, and change to make them differ. */
interface Watch {
    /** Sees nothing, changes nothing. */
    Watch NOBODY = new Watch() {};

    /** Gives what Drools shall compile instead of the package that was checked. */
    default PackageDescr compile(PackageDescr checked) {
        return checked;
    }

    /** Sees that Drools came to something else than the model, before the decision is refused. */
    default void disagree(RuleResult model, Status drools) {}
}
