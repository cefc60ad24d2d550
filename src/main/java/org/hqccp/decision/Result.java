package org.hqccp.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one subject.
 *
 * @param subject its id
 * @param outcome its outcome
 * @param words the outcome in plain words
 * @param decidedBy the roll-up rule that concluded it; none while INDETERMINATE
 * @param because ids of the rules the outcome rests on
 * @param actions what to do
 * @param alerts what adults must mend
 * @param notes what to know
 * @param groups the status of each group, by id
 * @param values facts worth showing
 * @param fixes rules to meet, in order, where a mandatory one is NOT_MET
 * @param rank its place among the options; none where the decision ranks nothing
 * @param next the best other options, each with why nothing better is open
 * @param missing facts that keep the outcome open
 * @param questions what is still missing about it and may be asked
 * @param restsOnlyOn rules NOT_MET that rest only on our own modelling or on unverified background: to be confirmed by policy staff
 */
public record Result(
        String subject,
        String outcome,
        String words,
        @Nullable String decidedBy,
        List<String> because,
        List<Message> actions,
        List<Message> alerts,
        List<Message> notes,
        List<GroupStatus> groups,
        Map<String, Object> values,
        List<String> fixes,
        @Nullable String rank,
        List<Option> next,
        List<MissingFact> missing,
        List<Question> questions,
        List<String> restsOnlyOn) {

    /** The status of a group of rules. */
    public record GroupStatus(String id, String title, String status, boolean principle) {}
}
