"""Fits and scores as one writes them with NumPy and SciPy: a vectorised likelihood, L-BFGS-B with numerical gradients.

scipy_side.py bgnbd|paretonbd|gammagamma|score [dedup] FOLDER
"""

import sys

try:
    import numpy as np
    import scipy
    from scipy.optimize import minimize
    from scipy.special import betaln, gammaln, hyp2f1
except ImportError as e:
    print("missing " + str(e.name))
    sys.exit(0)

import worker


def bgnbd(parameters, x, t_x, T):
    r, alpha, a, b = parameters
    common = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b)
    alive = -(r + x) * np.log(alpha + T)
    dead = np.full_like(x, -np.inf)
    some = x > 0
    dead[some] = np.log(a / (b + x[some] - 1)) - (r + x[some]) * np.log(alpha + t_x[some])
    return common + np.logaddexp(alive, dead)


def paretonbd(parameters, x, t_x, T):
    r, alpha, s, beta = parameters
    larger, gap = max(alpha, beta), abs(alpha - beta)
    power = r + s + x
    second = s + 1 if alpha >= beta else r + x

    def log_f(t):
        return np.log(hyp2f1(power, second, power + 1, gap / (larger + t))) - power * np.log(larger + t)

    from_last, from_end = log_f(t_x), log_f(T)
    with np.errstate(divide="ignore"):
        dead = from_last + np.log1p(-np.exp(np.minimum(0, from_end - from_last))) + np.log(s / power)
    alive = -(r + x) * np.log(alpha + T) - s * np.log(beta + T)
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.logaddexp(alive, dead)


def gammagamma(parameters, x, m):
    p, q, gamma = parameters
    return (gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(gamma)
            + (p * x - 1) * np.log(m) + p * x * np.log(x) - (p * x + q) * np.log(gamma + m * x))


def fit(log_likelihood, count, dedup):
    def run(columns):
        rows, weights = worker.merged(columns) if dedup else (columns, np.ones(len(columns[0])))
        total = weights.sum()

        def loss(log_parameters):
            return -np.dot(weights, log_likelihood(np.exp(log_parameters), *rows)) / total

        best = minimize(loss, np.zeros(count), method="L-BFGS-B")
        return np.exp(best.x)

    return run


def score(columns):
    x, t_x, T = columns
    r, alpha, a, b = 0.243, 4.414, 0.793, 2.426
    t = 39
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = a / (b + x - 1) * ((alpha + T) / (alpha + t_x)) ** (r + x)
    alive = np.where(x > 0, 1 / (1 + odds), 1)
    future = 1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * hyp2f1(
        r + x, b + x, a + b + x - 1, t / (alpha + T + t))
    return np.concatenate([alive, alive * (a + b + x - 1) / (a - 1) * future])


def main():
    what, folder = sys.argv[1], sys.argv[-1]
    dedup = "dedup" in sys.argv
    run = {
        "bgnbd": lambda: fit(bgnbd, 4, dedup),
        "paretonbd": lambda: fit(paretonbd, 4, dedup),
        "gammagamma": lambda: fit(gammagamma, 3, dedup),
        "score": lambda: score,
    }[what]()
    read = worker.spend if what == "gammagamma" else worker.histories
    worker.serve("NumPy %s, SciPy %s" % (np.__version__, scipy.__version__), lambda: read(folder), run)


main()
