package org.hqccp.cli;

/** How a command ended, as scripts see it. */
enum ExitCode {
    FINE(0, "fine"),
    COULD_NOT_RUN(1, "could not run: a wrong option, a file that is not there, a case that cannot be read"),
    RULES_INVALID(2, "the rules hold problems"),
    TEST_CASES_FAILED(
            3, "test cases or equity tests failed, their files hold problems, or too few mutants were noticed"),
    LOG_NOT_VERIFIED(4, "the decision log, or the record of a draw, does not verify"),
    REPLAY_DIFFERS(5, "a replayed decision differs"),
    IMPORT_LOST(6, "imported, but rows, records or files could not be read: the report names them"),
    STORAGE_FAILED(74, "the decision log could not be written");

    private final int code;
    private final String words;

    ExitCode(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }
}
