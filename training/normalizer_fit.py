"""Fitting linear models on string features: logistic and softmax regression by L-BFGS."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Row = list[tuple[str, float]]
Vector = NDArray[np.float64]


class Design:
    """Rows of string features as a sparse matrix; features that few rows have are left out."""

    def __init__(self, rows: Sequence[Row], least: int) -> None:
        """Index the features of ``rows`` that at least ``least`` rows have."""
        counts = Counter(name for row in rows for name, _ in row)
        self.names = sorted(name for name, n in counts.items() if n >= least)
        index = {name: at for at, name in enumerate(self.names)}
        ends, columns, values = [0], [], []
        for row in rows:
            for name, value in row:
                if name in index:
                    columns.append(index[name])
                    values.append(value)
            ends.append(len(columns))
        self.matrix = csr_matrix((np.array(values), columns, ends), shape=(len(rows), len(self.names)))

    def named(self, weights: Vector) -> dict[str, float]:
        """The weights by feature."""
        return dict(zip(self.names, weights.tolist(), strict=True))


def fit_logistic(
    design: Design, labels: Sequence[bool], weights: Sequence[float], penalty: float
) -> dict[str, float]:
    """Weights of a two-class model with an L2 ``penalty``."""
    matrix, transposed = design.matrix, design.matrix.T.tocsr()
    wanted, importance = np.array(labels, dtype=np.float64), np.array(weights)

    def loss(beta: Vector) -> tuple[float, Vector]:
        odds = matrix @ beta
        value = (importance * np.logaddexp(0, np.where(wanted > 0, -odds, odds))).sum() + penalty * (beta @ beta) / 2
        return value, transposed @ (importance * (1 / (1 + np.exp(-odds)) - wanted)) + penalty * beta

    start = np.zeros(len(design.names))
    return design.named(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100}).x)


def fit_choice(
    design: Design, sizes: Sequence[int], chosen: Sequence[int], weights: Sequence[float], penalty: float
) -> dict[str, float]:
    """Weights of a softmax model: the rows come in groups of ``sizes``, in each the row ``chosen`` is right."""
    matrix, transposed = design.matrix, design.matrix.T.tocsr()
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64)
    group = np.repeat(np.arange(len(sizes)), sizes)
    right = starts + np.array(chosen)
    importance = np.array(weights)

    def loss(beta: Vector) -> tuple[float, Vector]:
        odds = matrix @ beta
        most = np.maximum.reduceat(odds, starts)
        exponents = np.exp(odds - most[group])
        sums = np.add.reduceat(exponents, starts)
        value = (importance * (np.log(sums) + most - odds[right])).sum() + penalty * (beta @ beta) / 2
        slope = exponents / sums[group] * importance[group]
        slope[right] -= importance
        return value, transposed @ slope + penalty * beta

    start = np.zeros(len(design.names))
    return design.named(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x)
