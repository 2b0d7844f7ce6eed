"""Fits and scores by the Python package lifetimes.

lifetimes_side.py bgnbd|paretonbd|gammagamma|score [dedup] FOLDER
"""

import sys

try:
    import lifetimes
    import numpy as np
    import pandas as pd
except ImportError as e:
    print("missing " + str(e.name))
    sys.exit(0)

import worker

FITTERS = {
    "bgnbd": (lifetimes.BetaGeoFitter, ["r", "alpha", "a", "b"]),
    "paretonbd": (lifetimes.ParetoNBDFitter, ["r", "alpha", "s", "beta"]),
    "gammagamma": (lifetimes.GammaGammaFitter, ["p", "q", "v"]),
}


def fit(what, dedup):
    fitter, names = FITTERS[what]

    def run(columns):
        if dedup:
            rows, weights = worker.merged(columns)
        else:
            rows, weights = columns, None
        fitted = fitter(penalizer_coef=0.0).fit(*[pd.Series(row) for row in rows], weights=weights)
        return [fitted.params_[name] for name in names]

    return run


def score(columns):
    x, t_x, T = [pd.Series(column) for column in columns]
    model = lifetimes.BetaGeoFitter()
    model.params_ = pd.Series({"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426})
    alive = model.conditional_probability_alive(x, t_x, T)
    expected = model.conditional_expected_number_of_purchases_up_to_time(39, x, t_x, T)
    return np.concatenate([alive, expected])


def main():
    what, folder = sys.argv[1], sys.argv[-1]
    run = score if what == "score" else fit(what, "dedup" in sys.argv)
    read = worker.spend if what == "gammagamma" else worker.histories
    worker.serve("lifetimes " + lifetimes.__version__, lambda: read(folder), run)


main()
