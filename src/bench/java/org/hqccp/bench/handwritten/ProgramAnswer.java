package org.hqccp.bench.handwritten;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is answered about one program.
 *
 * @param program its id
 * @param outcome its outcome; none while it cannot be told
 * @param rank its place among the next-best options; none while it cannot be told, or where there is none
 * @param findings a finding for every rule in force
 */
public record ProgramAnswer(
        String program, @Nullable String outcome, @Nullable String rank, List<Finding> findings) {}
