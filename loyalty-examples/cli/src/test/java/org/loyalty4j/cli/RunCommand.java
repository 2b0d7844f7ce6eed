package org.loyalty4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of the command in this process, and what it printed. */
public record RunCommand(int exit, String out, String err) {

    /** Runs the command. */
    public static RunCommand loyalty(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = LoyaltyCommand.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new RunCommand(exit, out.toString(), err.toString());
    }

    /** Runs the command, its words parted by single blanks. */
    public static RunCommand line(String line) {
        return loyalty(line.split(" "));
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** What was printed, without line breaks of the system. */
    public List<String> lines() {
        return out.lines().toList();
    }
}
