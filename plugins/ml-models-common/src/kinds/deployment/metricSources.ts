import { z } from 'zod';
import { keyword, namedValues } from '../fields';

const labelName = () =>
  z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,127}$/, {
    error: 'a Prometheus label name such as "model_name"',
  });

const labelValues = () => namedValues(labelName(), z.string().max(256), 30);

const server = () =>
  keyword()
    .optional()
    .describe('Name of the server in app-config; the first one without it.');

/** Where a deployment's metrics are in Prometheus. @public */
export const mlPrometheusSourceSchema = z
  .strictObject({
    server: server(),
    preset: keyword().describe(
      'Whose metrics are read: a runtime such as `kserve`, `triton`, `vllm` or `istio`, or a set of queries that app-config names.',
    ),
    labels: labelValues()
      .optional()
      .describe('Labels that select the series of the deployment.'),
    variantLabel: labelName()
      .optional()
      .describe(
        'Label that tells the variants apart, where its values are the names of the variants.',
      ),
    variants: namedValues(keyword(), labelValues(), 20)
      .optional()
      .describe(
        'Labels that select the series of each variant, by its name, where one label is not enough.',
      ),
  })
  .describe('Metrics in Prometheus.');

const matcherSchema = z
  .strictObject({
    name: labelName().describe('Name of the label.'),
    operator: z
      .enum(['=', '!=', '=~', '!~'])
      .optional()
      .describe('How it is compared; `=` without it.'),
    value: z
      .string()
      .max(256)
      .describe('The value, or a regular expression for `=~` and `!~`.'),
  })
  .describe('A label that alerts must match.');

/** Where a deployment's alerts are in Alertmanager. @public */
export const mlAlertmanagerSourceSchema = z
  .strictObject({
    server: server(),
    matchers: z
      .array(matcherSchema)
      .min(1)
      .max(20)
      .describe('What selects the alerts of the deployment; all must match.'),
  })
  .describe('Alerts in Alertmanager.');

/** Where metrics are in Prometheus. @public */
export type MlPrometheusSource = z.infer<typeof mlPrometheusSourceSchema>;
/** Where alerts are in Alertmanager. @public */
export type MlAlertmanagerSource = z.infer<typeof mlAlertmanagerSourceSchema>;
