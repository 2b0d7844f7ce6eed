"""A side of a comparison in Python: obeys the orders that Worker.java describes, one a line."""

import os
import sys
import time

import numpy as np


def histories(folder):
    """x, t_x and T of every customer, in weeks."""
    return np.fromfile(os.path.join(folder, "histories.bin"), "<f8").reshape(3, -1)


def spend(folder):
    """x and mean spend of every customer with a repeat purchase."""
    return np.fromfile(os.path.join(folder, "spend.bin"), "<f8").reshape(2, -1)


def merged(columns):
    """The distinct rows of some columns, and how many customers have each."""
    ordered = columns[:, np.lexsort(columns)]
    first = np.append(True, (ordered[:, 1:] != ordered[:, :-1]).any(axis=0))
    at = np.flatnonzero(first)
    return ordered[:, at], np.diff(np.append(at, len(first))).astype(float)


def peak_memory():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def reset_peak_memory():
    try:
        with open("/proc/self/clear_refs", "w") as clear:
            clear.write("5")
    except OSError:
        pass


def serve(version, prepare, run):
    """prepare() gives the data; run(data) gives the answer, an array of numbers."""
    reply = os.fdopen(os.dup(1), "w")  # what libraries print goes elsewhere
    os.dup2(2, 1)
    say(reply, "found " + version)
    data = answer = None
    for line in sys.stdin:
        order, _, argument = line.strip().partition(" ")
        try:
            if order == "prepare":
                data = prepare()
                reset_peak_memory()
                say(reply, "ready")
            elif order == "run":
                cpu, start = time.process_time(), time.perf_counter()
                answer = run(data)
                seconds = time.perf_counter() - start
                say(reply, "ran %.6f %.6f" % (seconds, time.process_time() - cpu))
            elif order == "answer":
                np.asarray(answer, "<f8").tofile(argument)
                say(reply, "written")
            elif order == "memory":
                say(reply, "peak %d" % peak_memory())
        except Exception as e:
            say(reply, "failed %s: %s" % (type(e).__name__, " ".join(str(e).split())))


def say(reply, text):
    reply.write(text + "\n")
    reply.flush()
