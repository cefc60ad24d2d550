package org.hqccp.bench;

import org.hqccp.bench.load.BatchLoad;
import org.hqccp.bench.load.ServiceLoad;

/** Runs one measurement. docs/performance.md says what each is. */
public final class Bench {
    private static final String USAGE = """
            Name what to measure, with -Dbench="...":
              engine [rounds]                          decisions against hand-written Java
              start [times]                            from the launcher to ready, and one decision without a service
              checks [times]                           checking the whole rule base
              reloads [times] [lines]                  loading the rules again and again
              service [connections] [seconds] [rounds] the whole service against an echo
              batch [largest]                          batches of growing size
              rules                                    the same criteria several times
              programs                                 more programs in a case
              agreement                                where the two decisions differ""";

    private final String[] args;

    private Bench(String[] args) {
        this.args = args;
    }

    public static void main(String[] args) throws Exception {
        new Bench(args).run(args.length == 0 ? "" : args[0]);
    }

    private void run(String what) throws Exception {
        switch (what) {
            case "engine" ->
                Rounds.main(new String[] {
                    String.valueOf(number(1, 5)),
                    "DecisionBenchmark.byHand",
                    "DecisionBenchmark.evaluate",
                    "DecisionBenchmark.decide",
                    "DecisionBenchmark.answer"
                });
            case "start" -> Start.run(number(1, 7));
            case "checks" -> Checks.run(number(1, 7));
            case "reloads" -> Reloads.run(number(1, 1_000), number(2, 20));
            case "service" -> ServiceLoad.run(Cases.sixPrograms(), number(1, 64), number(2, 5), number(3, 7));
            case "batch" -> BatchLoad.run(Cases.sixPrograms(), number(1, 10_000));
            case "rules" -> Growth.rules();
            case "programs" -> Growth.programs();
            case "agreement" -> Agreement.main(args);
            default -> System.out.println(USAGE);
        }
    }

    private int number(int place, int usual) {
        return args.length > place ? Integer.parseInt(args[place]) : usual;
    }
}
