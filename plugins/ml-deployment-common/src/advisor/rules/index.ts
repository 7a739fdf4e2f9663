import { AdviceRule } from '../types';
import { abTestRules } from './abTestRules';
import { blueGreenRules } from './blueGreenRules';
import { canaryRules } from './canaryRules';
import { recreateRules } from './recreateRules';
import { rollingRules } from './rollingRules';
import { shadowRules } from './shadowRules';

/** Every rule of the advice. */
export const ADVICE_RULES: readonly AdviceRule[] = [
  ...shadowRules,
  ...canaryRules,
  ...blueGreenRules,
  ...abTestRules,
  ...rollingRules,
  ...recreateRules,
];
