import { createRandom } from './random.mjs';
import {
  HARD_TITLES,
  LICENSES,
  LIFECYCLES,
  PLACES,
  TAGS,
  TASKS,
} from './words.mjs';

const API_VERSION = 'airworthy.dev/v1alpha1';
const DAY_MS = 86_400_000;
const NEWEST = Date.UTC(2026, 10, 1);
const NAME_LIMIT = 63;

/** One name in fifty is as long as a name may be. */
function nameOf(words, index) {
  const name = `${words.join('-')}-${index}`;
  return index % 50 === 7
    ? `${name}-${'x'.repeat(NAME_LIMIT)}`.slice(0, NAME_LIMIT)
    : name;
}

function createVersions(random, { metric }, count) {
  const range = metric.to - metric.from;
  return Array.from({ length: count }, (_, i) => ({
    version: String(count - i),
    ...(i === 0 ? { aliases: ['champion'] } : {}),
    createdAt: new Date(NEWEST - (i * 30 + random.below(30)) * DAY_MS)
      .toISOString()
      .replace('.000Z', 'Z'),
    metrics: [
      {
        name: metric.name,
        value: Number((metric.from + random.next() * range).toFixed(4)),
        dataset: 'holdout',
      },
    ],
  }));
}

function createModel(random, index, { owners, systems }) {
  const kind = random.pick(TASKS);
  const about = random.pick(kind.about);
  const place = random.pick(PLACES);
  const hard = index % 40 === 11;
  return {
    apiVersion: API_VERSION,
    kind: 'MlModel',
    metadata: {
      name: nameOf([about, place], index),
      title: hard
        ? HARD_TITLES[Math.floor(index / 40) % HARD_TITLES.length]
        : `${about[0].toUpperCase()}${about.slice(1)} ${place} ${index}`,
      ...(random.chance(0.9)
        ? {
            description: `Predicts ${about} for the ${place} business from what was seen in the weeks before.`,
          }
        : {}),
      tags: TAGS.filter(() => random.chance(0.25)),
    },
    spec: {
      type: kind.task,
      lifecycle: random.pick(LIFECYCLES),
      owner: random.pick(owners),
      system: random.pick(systems),
      framework: random.pick(kind.frameworks),
      license: random.pick(LICENSES),
      ...(random.chance(0.2)
        ? { track: random.pick(['startup', 'large-organisation']) }
        : {}),
      modelCard: {
        intendedUse: `Ranking of ${about} in the ${place} business.`,
        limitations: 'Weak where fewer than a hundred cases were seen.',
      },
      versions: createVersions(random, kind, random.below(5)),
    },
  };
}

function createDeployment(random, model, environment) {
  const [newest, before] = model.spec.versions;
  const share = before && random.chance(0.3) ? random.pick([5, 10, 25, 50]) : 0;
  return {
    apiVersion: API_VERSION,
    kind: 'MlDeployment',
    metadata: {
      name: `${model.metadata.name.slice(
        0,
        NAME_LIMIT - 5,
      )}-${environment.slice(0, 4)}`,
      description: `${model.metadata.title.slice(0, 100)}, ${environment}`,
    },
    spec: {
      type: random.pick(['kserve', 'triton', 'mlserver', 'bentoml', 'vllm']),
      environment,
      lifecycle: environment,
      owner: model.spec.owner,
      system: model.spec.system,
      model: model.metadata.name,
      endpoint: `https://${environment}.models.example/${model.metadata.name}`,
      strategy: share
        ? { type: 'canary', state: 'progressing' }
        : { type: 'rolling', state: 'completed' },
      variants: share
        ? [
            {
              name: 'stable',
              role: 'stable',
              version: before.version,
              traffic: 100 - share,
            },
            {
              name: 'candidate',
              role: 'candidate',
              version: newest.version,
              traffic: share,
            },
          ]
        : [
            {
              name: 'stable',
              role: 'stable',
              version: newest.version,
              traffic: 100,
            },
          ],
    },
  };
}

/** Teams below those of the example organisation, about fifty models each. */
function createTeams(count, parents) {
  return Array.from({ length: count }, (_, i) => {
    const parent = parents[i % parents.length];
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: `${parent}-${i}` },
      spec: { type: 'team', parent, children: [] },
    };
  });
}

function createSystems(count, owners) {
  return Array.from({ length: count }, (_, i) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: `${PLACES[i % PLACES.length]}-system-${i}` },
    spec: { owner: owners[i % owners.length] },
  }));
}

const nameOfEntity = ({ metadata }) => metadata.name;

/**
 * Models and their deployments, with teams and systems, the same for the same
 * seed. About a third of the models that have a version are deployed.
 */
export function createEntities({ models, teams: parents, seed = 1 }) {
  const random = createRandom(seed);
  const teams = createTeams(Math.ceil(models / 50), parents);
  const owners = teams.map(nameOfEntity);
  const systemEntities = createSystems(Math.ceil(models / 100), owners);
  const systems = systemEntities.map(nameOfEntity);
  const entities = [...teams, ...systemEntities];
  for (let index = 0; index < models; index++) {
    const model = createModel(random, index, { owners, systems });
    entities.push(model);
    if (!model.spec.versions.length || !random.chance(0.4)) continue;
    entities.push(createDeployment(random, model, 'production'));
    if (random.chance(0.5)) {
      entities.push(createDeployment(random, model, 'staging'));
    }
  }
  return entities;
}
