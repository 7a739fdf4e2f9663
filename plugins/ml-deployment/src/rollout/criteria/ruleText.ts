import type { CriterionVerdict } from '@airworthy/plugin-ml-deployment-common';
import { formatNumber } from '@airworthy/plugin-ml-models-react';
import { metricTitle, metricUnit } from '../../shared/format/metricTitle';
import type { TranslateRollout } from '../translation';

const SMALL = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** A figure that a rule is about; a ratio has no unit. */
export function ruleFigure(
  rule: CriterionVerdict['rule'],
  value: number,
): string {
  const unit = rule.measure === 'ratio' ? undefined : metricUnit(rule.metric);
  // Three digits tell enough; noughts are read more easily than an exponent.
  const figure =
    Math.abs(value) < 0.001
      ? SMALL.format(value).replace('-', '−')
      : formatNumber(Number(value.toPrecision(4)));
  return unit ? `${figure} ${unit}` : figure;
}

/** What a rule asks for, in a sentence. */
export function ruleText(
  rule: CriterionVerdict['rule'],
  t: TranslateRollout,
): string {
  const what = t(`criteria.${rule.measure ?? 'value'}`, {
    metric: metricTitle(rule.metric),
  });
  const limit = ruleFigure(rule, rule.limit);
  // A figure on the bad side of the limit breaks the rule, and so does the limit itself.
  return t(rule.direction === 'below' ? 'criteria.above' : 'criteria.below', {
    what,
    limit,
  });
}
