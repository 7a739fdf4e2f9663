import { z } from 'zod';
import { metricName, shortText } from '../fields';

/** Which side of a limit is bad. */
export const badSide = () =>
  z
    .enum(['above', 'below'])
    .describe(
      'Whether a figure above or below the limit is bad; `above` without it.',
    );

/** The fields of a rule that a figure of the candidate must keep. */
export const ruleFields = {
  metric: metricName().describe(
    'The figure, such as `error_ratio`, `latency_p95` or `roc_auc`.',
  ),
  measure: z
    .enum(['value', 'difference', 'ratio'])
    .optional()
    .describe(
      'What is held against the limit: the candidate’s own `value` (the default), its `difference` to the stable variant (candidate minus stable), or their `ratio` (candidate divided by stable).',
    ),
  limit: z.number().describe('The limit, in the unit of the metric.'),
  direction: badSide().optional(),
  description: shortText(300).optional().describe('The rule in words.'),
};
