"""RFM scores as one writes them with pandas: rows netted by customer and day, days not above zero dropped.

pandas_side.py CSV-FILE FOLDER
"""

import sys

try:
    import pandas as pd
except ImportError as e:
    print("missing " + str(e.name))
    sys.exit(0)

import worker


def read(file):
    rows = pd.read_csv(file, dtype={"customer_id": "int32"}, parse_dates=["date"])
    rows["amount"] = (100 * rows["amount"]).round().astype("int64")  # cents, of which sums are exact
    return rows


def scores(rows):
    daily = rows.groupby(["customer_id", "date"], sort=False)["amount"].sum().reset_index()
    bought = daily[daily["amount"] > 0].groupby("customer_id")["date"].agg(["max", "size"])
    bought["total"] = daily.groupby("customer_id")["amount"].sum()
    ranks = bought.rank(method="min")
    return (1 + 5 * (ranks - 1) // len(bought)).astype("int8")


def answer(rows):
    return scores(rows).reset_index().to_numpy().ravel()


worker.serve("pandas " + pd.__version__, lambda: read(sys.argv[1]), answer)
