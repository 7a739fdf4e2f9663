import type {
  AlertsAnswer,
  Disagreements,
  MlMonitoringApi,
  VariantComparison,
} from '@airworthy/plugin-ml-monitoring-common';
import { DATA, FEATURE, MODEL, SERVICE, SLICES, panelOf } from './panels';
import { fromLog, hoursAgo } from './series';
import { STATUS } from './status';

export const COMPARISON: VariantComparison = {
  ...fromLog(),
  stable: { variant: 'stable', modelVersion: '1' },
  candidate: { variant: 'canary', modelVersion: '2', role: 'candidate' },
  metrics: [
    {
      metric: 'error_ratio',
      title: 'Error ratio',
      unit: 'ratio',
      better: 'lower',
      difference: {
        stable: 0.0011,
        candidate: 0.0015,
        difference: 0.0004,
        interval: { lower: -0.0012, upper: 0.0041, level: 0.95 },
        pValue: 0.71,
        method: 'two-proportion z-test, Newcombe interval',
        rows: { stable: 11_000, candidate: 1_345 },
        enough: {
          enough: false,
          reason:
            'the candidate has 1345 rows; at this rate expected at least 4409',
        },
      },
    },
    {
      metric: 'latency',
      title: 'Latency (median)',
      unit: 'ms',
      better: 'lower',
      difference: {
        stable: 18,
        candidate: 31,
        difference: 13,
        interval: { lower: 11.5, upper: 14.2, level: 0.95 },
        pValue: 1e-12,
        method: 'Mann-Whitney U test, Hodges-Lehmann shift',
        rows: { stable: 11_000, candidate: 1_345 },
        enough: { enough: true },
      },
    },
    {
      metric: 'roc_auc',
      title: 'ROC AUC',
      unit: '',
      better: 'higher',
      difference: {
        stable: 0.66,
        candidate: 0.71,
        difference: 0.05,
        interval: { lower: 0.01, upper: 0.09, level: 0.95 },
        pValue: 0.01,
        method: 'Hanley-McNeil',
        rows: { stable: 8_800, candidate: 1_076 },
        enough: { enough: true },
      },
    },
  ],
};

export const ALERTS: AlertsAnswer = {
  ...fromLog(0),
  source: { type: 'prometheus', name: 'alertmanager' },
  alerts: [
    {
      name: 'CanarySlow',
      state: 'firing',
      severity: 'warning',
      summary: 'The canary answers slowly',
      startsAt: hoursAgo(5),
      runbookUrl: 'https://runbooks.example/canary-slow',
      labels: { variant: 'canary' },
    },
    {
      name: 'LogLate',
      state: 'silenced',
      startsAt: hoursAgo(30),
      labels: {},
      silence: { by: 'ada', until: hoursAgo(-3), comment: 'known outage' },
    },
  ],
};

export const DISAGREEMENTS: Disagreements = {
  ...fromLog(),
  disagreeing: 40,
  pairs: 900,
  rows: [
    {
      predictionId: 'p-1',
      at: hoursAgo(2),
      stable: { prediction: 'on time', score: 0.1 },
      candidate: { prediction: 'delayed', score: 0.8 },
      distance: 0.7,
      inputs: { origin: 'JFK', hour: 18 },
    },
  ],
};

/** A monitoring backend in memory; each answer can be replaced. */
export class FakeMonitoring {
  readonly client: jest.Mocked<MlMonitoringApi>;

  constructor() {
    const answer = <T>(value: T) => jest.fn().mockResolvedValue(value);
    this.client = {
      getFleet: jest.fn(),
      getStatus: answer(STATUS),
      getService: answer(panelOf(SERVICE)),
      getData: answer(panelOf(DATA)),
      getFeature: answer(panelOf(FEATURE)),
      getModel: answer(panelOf(MODEL)),
      getSlices: answer(panelOf(SLICES)),
      getComparison: answer(panelOf(COMPARISON)),
      getDisagreements: answer(panelOf(DISAGREEMENTS)),
      getAlerts: answer(panelOf(ALERTS)),
      getSetup: jest.fn(),
      preview: jest.fn(),
      putMute: jest.fn(),
      deleteMute: jest.fn(),
      evaluate: jest.fn(),
    };
  }
}
