package org.hqccp.testcase;

import java.util.List;

/**
 * What one rule comes to in a case.
 *
 * @param status its status; {@code none} while it is not in force
 * @param missing the facts that are missing
 */
record Answer(String status, List<String> missing) {}
