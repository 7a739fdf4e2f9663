/**
 * Series with the figures that Evidently 0.7.21
 * (`src/evidently/legacy/calculations/stattests`) and NannyML
 * (`nannyml/drift/univariate/methods.py`,
 * `nannyml/performance_estimation/confidence_based/metrics.py`) compute for
 * them. They were made by running those functions with pandas 3.0.6, scipy
 * 1.17.1 and numpy 2.4.6; no random numbers are in any series. Upper limits
 * are the mean and three standard deviations (ddof 0) over ten equal chunks
 * of the reference.
 */
const rows = (count: number, of: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => of(i));
const repeat = <T>(...groups: [T, number][]): T[] =>
  groups.flatMap(([value, count]) => new Array<T>(count).fill(value));

export const toolSeries = {
  num: {
    type: 'numeric' as const,
    reference: rows(1200, i => ((i * 37) % 101) / 10 + ((i * i) % 7) / 20),
    current: rows(800, i => ((i * 53) % 97) / 9 + ((i * i) % 5) / 10),
  },
  cat: {
    type: 'categorical' as const,
    reference: repeat(['a', 500], ['b', 300], ['c', 200]),
    current: repeat(['a', 300], ['b', 350], ['c', 150]),
  },
  catNew: {
    type: 'categorical' as const,
    reference: repeat(['a', 500], ['b', 300], ['c', 200]),
    current: repeat(['a', 300], ['b', 350], ['c', 100], ['d', 50]),
  },
  binary: {
    type: 'numeric' as const,
    integer: true,
    reference: repeat([0, 600], [1, 400]),
    current: repeat([0, 420], [1, 380]),
  },
  fiveValues: {
    type: 'numeric' as const,
    integer: true,
    reference: rows(900, i => i % 5),
    current: repeat([0, 200], [1, 150], [2, 100], [3, 100], [4, 50]),
  },
};

export const evidentlyFigures = {
  num: {
    psi: 0.20513781599265424,
    jensenShannon: 0.13829394053579186,
    klDivergence: 0.058979035028713774,
    ksPValue: 0.0110425634034878,
    ksStatistic: 0.07333333333333333,
    wassersteinNormed: 0.1450603605351232,
    bins: 12,
    edgesFrom: 0.0,
    edgesTo: 11.066666666666666,
  },
  cat: {
    psi: 0.08864494735264411,
    jensenShannon: 0.1050093949347829,
    chiSquarePValue: 3.074410721364447e-17,
  },
  catNew: {
    psi: 0.5248041909754061,
    jensenShannon: 0.19223206918688443,
    chiSquarePValue: 0.0,
  },
  binary: { zPValue: 0.0014189555299717327 },
  fiveValues: {
    psi: 0.19356005054539455,
    jensenShannon: 0.15396729890110147,
    chiSquarePValue: 1.6496518825022345e-22,
    wassersteinNormed: 0.41247895569215265,
  },
};

export const nannymlFigures = {
  num: {
    jensenShannon: 0.18376181890055393,
    ksStatistic: 0.07333333333333333,
    wasserstein: 0.42322685185185194,
    hellinger: 0.18270045982008118,
    doaneBins: 12,
    upperThresholds: {
      jensenShannon: 0.051111548898360996,
      ksStatistic: 0.025516648189186454,
      wasserstein: 0.08371244151941061,
      hellinger: 0.0425666668899196,
    },
  },
  catNew: {
    jensenShannon: 0.23089424598775413,
    chiSquareStatistic: 116.39423076923076,
    chiSquarePValue: 4.612156289023852e-25,
    lInfinity: 0.1375,
    hellinger: 0.21584484345155378,
  },
  confidenceBasedEstimation: {
    scores: [0.05, 0.1, 0.2, 0.35, 0.4, 0.55, 0.6, 0.8, 0.9, 0.97],
    threshold: 0.5,
    rocAuc: 0.8556910569105691,
    f1: 0.7701612903225805,
    precision: 0.764,
    recall: 0.7764227642276423,
    specificity: 0.767716535433071,
    accuracy: 0.772,
  },
};
