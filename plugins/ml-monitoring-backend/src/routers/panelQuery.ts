import { z } from 'zod';
import { DriftTest } from '@airworthy/plugin-ml-monitoring-common';
import { DRIFT_RULE_SETS } from '@airworthy/plugin-ml-models-common';
import { count, single } from '@airworthy/plugin-ml-models-node';

const DEFAULT_POINTS = 200;

const DRIFT_TESTS = [
  'psi',
  'jensen-shannon',
  'kullback-leibler',
  'hellinger',
  'l-infinity',
  'kolmogorov-smirnov',
  'wasserstein',
  'chi-square',
  'z-test',
] as const satisfies readonly DriftTest[];

const text = (max: number) => single(z.string().min(1).max(max)).optional();

/** Fields that say which period is asked for. */
export const periodFields = {
  window: text(40),
  from: text(40),
  to: text(40),
};

/** What every page may say. */
export const panelQuery = (maxPoints: number) =>
  z.strictObject({
    ...periodFields,
    baseline: text(100),
    variant: text(63),
    points: count(2, maxPoints).default(DEFAULT_POINTS),
  });

/** What a page about inputs may say besides. */
export const driftFields = {
  ruleSet: single(z.enum(DRIFT_RULE_SETS)).optional(),
  test: single(z.enum(DRIFT_TESTS)).optional(),
};

/** What a page about parts of the rows may say besides. */
export const sliceFields = { by: text(200), metric: text(100) };
