import { DriftTest } from './types';

/** Names of the tests, for people. @public */
export const DRIFT_TEST_TITLES: Record<DriftTest, string> = {
  psi: 'Population stability index',
  'jensen-shannon': 'Jensen-Shannon distance',
  'kullback-leibler': 'Kullback-Leibler divergence',
  hellinger: 'Hellinger distance',
  'l-infinity': 'L-infinity distance',
  'kolmogorov-smirnov': 'Kolmogorov-Smirnov test',
  wasserstein: 'Wasserstein distance',
  'chi-square': 'Chi-square test',
  'z-test': 'Two-proportion z-test',
};
