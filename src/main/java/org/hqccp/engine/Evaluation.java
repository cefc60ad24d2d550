package org.hqccp.engine;

import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.DecisionModel;
import org.jspecify.annotations.Nullable;

/**
 * One decision worked out, twice and alike.
 *
 * @param decision the decision
 * @param root the case
 * @param standings what was found, by subject; none when the list of subjects itself is not known
 */
public record Evaluation(
        DecisionModel decision, Entity root, @Nullable List<Standing> standings) {}
