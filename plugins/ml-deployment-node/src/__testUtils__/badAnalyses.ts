import { Json } from '../validate/types';
import { BadManifest } from './badManifests';

const template = (metric: Json): Json => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AnalysisTemplate',
  metadata: { name: 'a' },
  spec: {
    metrics: [
      {
        name: 'errors',
        interval: '1m',
        count: 5,
        successCondition: 'len(result) > 0 && result[0] <= 0.01',
        provider: { prometheus: { address: 'http://p', query: 'vector(0)' } },
        ...metric,
      },
    ],
  },
});

/** What only the controller of Argo Rollouts would tell of an analysis. */
export const BAD_ANALYSES: BadManifest[] = [
  {
    what: 'several measurements without a time between',
    document: template({ interval: undefined }),
    message:
      'AnalysisTemplate a: /spec/metrics/0/interval: expected a time between the 5 measurements, was nothing',
  },
  {
    what: 'fewer measurements than failures that are borne',
    document: template({ failureLimit: 6 }),
    message:
      'AnalysisTemplate a: /spec/metrics/0/count: expected at least 6, the failureLimit with the consecutiveSuccessLimit, was 5',
  },
  {
    what: 'fewer measurements than gaps that are borne',
    document: template({ inconclusiveLimit: 6 }),
    message:
      'AnalysisTemplate a: /spec/metrics/0/count: expected at least the inconclusiveLimit of 6, was 5',
  },
  {
    what: 'nothing that decides',
    document: template({ failureLimit: -1 }),
    message:
      'AnalysisTemplate a: /spec/metrics/0/failureLimit: expected at least 0 without a consecutiveSuccessLimit, or nothing would decide, was -1',
  },
  {
    what: 'two providers',
    document: template({
      provider: {
        prometheus: { address: 'http://p', query: 'up' },
        datadog: { query: 'q' },
      },
    }),
    message:
      'AnalysisTemplate a: /spec/metrics/0/provider: expected exactly one provider, was prometheus and datadog',
  },
  {
    what: 'a condition that an empty answer breaks',
    document: template({ successCondition: 'result[0] <= 0.01' }),
    message:
      'AnalysisTemplate a: /spec/metrics/0/successCondition: expected `len(result) > 0 && …`, since a query may find nothing, was "result[0] <= 0.01"',
  },
  {
    what: 'no condition, so that anything passes',
    document: template({ successCondition: undefined }),
    message:
      'AnalysisTemplate a: /spec/metrics/0/successCondition: expected a condition, without which any answer is a success, was nothing',
  },
];
