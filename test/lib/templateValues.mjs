/** What somebody would fill into the forms of the example templates. */
export const NEW_MODEL = {
  name: 'gate-wait',
  title: 'Gate wait "beta"',
  description: 'Says whether a flight will wait for its gate: yes or no',
  owner: 'group:default/disruption-forecasting',
  system: 'system:default/flight-operations',
  task: 'tabular-classification',
  track: 'startup',
  intendedUse: 'The gate desk plans ahead.\n\n- Each hour\n- At each hub',
  requirements: 'Answers for every flight',
  goals: 'Fewer aircraft wait',
  objectives: '10 % fewer minutes by June',
  goalsAgreed: true,
  compute: 'Two cores',
  latency: 200,
  availability: 99.5,
  budget: 40000,
  timescale: '2027-03-01',
  resources: 2,
  budgetAgreed: true,
  limitations: 'Knows no storms',
  environment: 'Cluster ops-1',
  environmentReady: true,
  skills: {
    data: 'covered',
    mlEngineering: 'covered',
    software: 'covered',
    operations: 'partly',
    domain: 'covered',
  },
  publishTo: 'workspace',
};

export const LARGE_ORGANISATION = {
  ...NEW_MODEL,
  name: 'gate-minutes',
  task: 'tabular-regression',
  track: 'large-organisation',
  strategicObjective: 'Punctual hubs',
  sponsor: 'Head of operations',
  firstModel: false,
  expectedLoad: 20,
  growth: 30,
  limit: 'The database, at 200 requests a second',
};

const ROLLOUT = {
  model: {
    ref: 'mlmodel:default/turnaround-time',
    version: '14',
    stableVersion: '13',
    task: 'regression',
    title: 'Turnaround time',
    owner: 'group:default/airport-flow',
  },
  name: 'turnaround-hub',
  environment: 'production',
  owner: 'group:default/airport-flow',
  requestsPerDay: 20000,
  errorBaseline: 0.004,
  errorIncrease: 0.005,
  latencyBaseline: 40,
  latencyObjective: 80,
  latencyIncrease: 0.1,
  qualityMetric: 'mae',
  qualityBaseline: 4.1,
  qualityChange: 0.3,
  qualityDeviation: 3.8,
  labelDelay: 'PT2H',
  inferenceLog: 'turnaround-time/hub/*.parquet',
  runbook: 'https://wiki.larkspur.example/turnaround',
  budget: 1200,
  currency: 'EUR',
  start: '2026-12-01',
  resources: ['two more replicas for a week'],
  namespace: 'models',
  port: 8080,
  readinessPath: '/v2/health/ready',
  minReplicas: 2,
  maxReplicas: 4,
  cpuRequest: '250m',
  cpuLimit: '1',
  memoryRequest: '256Mi',
  memoryLimit: '512Mi',
  publishTo: 'workspace',
  repository: 'turnaround-hub',
};
const IMAGES = {
  stableImage: 'registry.larkspur.example/turnaround:13',
  candidateImage: 'registry.larkspur.example/turnaround:14',
};
const MODELS = {
  stableUri: 's3://models/turnaround/13',
  candidateUri: 's3://models/turnaround/14',
  format: 'sklearn',
};
const GATEWAY = { gateway: 'public', gatewayNamespace: 'gateways' };
const HOSTS = { hostnames: ['turnaround.larkspur.example'] };
const GROUPS = {
  hypothesis: 'Crews trust version 14 and correct it less often',
  assignBy: 'header',
  assignName: 'x-test-group',
  assignValue: 'b',
};

/** What a target asks for beyond what all do. */
const OF_TARGET = {
  'kserve-knative': { ...MODELS, ...HOSTS },
  'kserve-standard': { ...MODELS, ...GATEWAY },
  'argo-rollouts-istio': { ...IMAGES, ...HOSTS },
  'argo-rollouts-gateway': { ...IMAGES, ...GATEWAY },
  'gateway-api': { ...IMAGES, ...GATEWAY },
};

const OF_STRATEGY = {
  canary: { trafficSteps: [5, 25, 50, 100], stepDuration: 'PT30M' },
  shadow: { mirrorPercent: 50 },
  'blue-green': {},
  'ab-test': GROUPS,
};

export const TARGETS = Object.keys(OF_TARGET);
export const STRATEGIES = Object.keys(OF_STRATEGY);

/** Values of the template that deploys so. */
export const rollout = (strategy, target) => ({
  ...ROLLOUT,
  ...OF_STRATEGY[strategy],
  ...OF_TARGET[target],
  strategy: {
    strategy,
    target,
    answers: {
      risk: 'medium',
      reversible: 'yes',
      existingVersion: true,
      labelDelay: 'hours',
      requestsPerDay: 20000,
      state: 'stateless',
      spareCapacity: 'some',
    },
  },
});
