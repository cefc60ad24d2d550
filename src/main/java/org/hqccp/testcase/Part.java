package org.hqccp.testcase;

import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;

/** One decision of a case, worked out: a plan has several. */
record Part(DecisionProgram program, Evaluation evaluation) {}
