package org.hqccp.engine;

import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Rule.Stage;

/** Is shown what the model came to, stage by stage, while the things of the case are as that stage saw them. */
interface Witness {
    /** Looks at nothing. */
    Witness NONE = (stage, type, subjects, model) -> {};

    void add(Stage stage, EntityType type, List<Entity> subjects, List<List<RuleResult>> model);
}
