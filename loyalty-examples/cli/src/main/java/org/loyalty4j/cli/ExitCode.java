package org.loyalty4j.cli;

/** What the command tells the shell; the numbers from 64 on are those of BSD's {@code sysexits.h}. */
public final class ExitCode {
    /** All went well. */
    public static final int OK = 0;

    /** The command line makes no sense. */
    public static final int USAGE = 2;

    /** The input cannot be read. */
    public static final int DATA = 65;

    /** Something is wrong with the program itself. */
    public static final int INTERNAL = 70;

    /** The results cannot be written. */
    public static final int CANNOT_WRITE = 73;

    private ExitCode() {}
}
