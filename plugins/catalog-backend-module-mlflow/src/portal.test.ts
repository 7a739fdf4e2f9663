import { ServerResponse } from 'node:http';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  MlflowStandIn,
  addExamples,
  addModel,
} from '@airworthy-examples/registry-standin';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const FULL = 'ml-registry-mlflow-default-full';
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const relations = (entity: Entity | undefined) =>
  (entity?.relations ?? []).map(r => `${r.type} ${r.targetRef}`).sort();

describe('a portal with an MLflow registry', () => {
  let mlflow: MlflowStandIn;
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    mlflow = new MlflowStandIn();
    addExamples(mlflow);
    await mlflow.listen();
    knex = await databases.init('SQLITE_3');
    portal = await startPortal(
      {
        baseUrl: mlflow.url,
        retries: 1,
        retryDelay: '10ms',
        removal: { gracePeriod: '1s' },
        mapping: {
          owner: 'group:default/{{ tags.team | slug }}',
          system: 'crm',
          type: '{{ tags.task }}',
          dependsOn: [
            {
              if: { 'dataset.role': 'training' },
              value: 'resource:default/{{ dataset.name | slug }}',
            },
          ],
        },
      },
      knex,
    );
  });
  afterAll(async () => {
    await portal.stop();
    await mlflow.close();
  });

  const lastRun = () => knex('ml_registry_runs').orderBy('id', 'desc').first();
  const isThere = (entity: Entity | undefined) => Boolean(entity);
  const isGone = (entity: Entity | undefined) => !entity;

  it('has its models with relations and provenance', async () => {
    await portal.run(FULL);
    const churn = await portal.until(
      'mlmodel:customer-churn',
      entity => entity?.relations?.length === 3,
    );
    expect(relations(churn)).toEqual([
      'dependsOn resource:default/customers',
      'ownedBy group:default/offer-science',
      'partOf system:default/crm',
    ]);
    expect(churn?.metadata).toMatchObject({
      title: 'Customer Churn',
      annotations: {
        'airworthy.dev/registry': 'mlflow:default',
        'airworthy.dev/registry-id': 'Customer Churn',
        'airworthy.dev/registry-url': `${mlflow.url}/#/models/Customer%20Churn`,
        'airworthy.dev/newest-version-at': '2026-02-10T00:00:00.000Z',
      },
    });
    await portal.until('mlmodel:support-ticket-router', isThere);
    await portal.until('mlmodel:demand-forecast', isThere);
    expect(await portal.models()).toHaveLength(3);
  });

  it('reads nothing in full and writes nothing where nothing changed', async () => {
    const stamps = await knex('refresh_state').select(
      'entity_ref',
      'unprocessed_hash',
      'last_discovery_at',
    );
    mlflow.requests.length = 0;
    await portal.run(FULL);
    expect(mlflow.requests).toEqual(['registered-models/search']);
    expect(await lastRun()).toMatchObject({
      status: 'succeeded',
      seen: 3,
      changed: 0,
    });
    expect(
      await knex('refresh_state').select(
        'entity_ref',
        'unprocessed_hash',
        'last_discovery_at',
      ),
    ).toEqual(stamps);
  });

  it('follows a change, reading no more than that', async () => {
    mlflow.models.get('Customer Churn')!.aliases = [
      { alias: 'champion', version: '1' },
    ];
    mlflow.requests.length = 0;
    await portal.run(FULL);
    expect(mlflow.requests).toEqual([
      'registered-models/search',
      'model-versions/search',
    ]);
    const churn = await portal.until('mlmodel:customer-churn', entity =>
      (entity?.spec as any)?.versions[1].aliases?.includes('champion'),
    );
    expect((churn?.spec as any).versions[0]).toMatchObject({
      version: '2',
      metrics: [
        { name: 'roc_auc', value: 0.902 },
        { name: 'log_loss', value: 0.31 },
      ],
    });
  });

  it('follows a change of an old version that the model does not show', async () => {
    await portal.run('ml-registry-mlflow-default-incremental');
    const [first] = mlflow.versions.get('Customer Churn')!;
    first.description = 'The first one.';
    first.last_updated_timestamp = Date.UTC(2026, 5, 1);
    await portal.run('ml-registry-mlflow-default-incremental');
    expect(await lastRun()).toMatchObject({ kind: 'incremental', changed: 1 });
    await portal.until(
      'mlmodel:customer-churn',
      entity =>
        (entity?.spec as any)?.versions[1].description === 'The first one.',
    );
    await portal.run('ml-registry-mlflow-default-incremental');
    expect(await lastRun()).toMatchObject({ changed: 0 });
  });

  it('keeps everything while MLflow is down', async () => {
    mlflow.intercept = (_, response) => {
      response.writeHead(503).end('down for maintenance');
      return true;
    };
    await portal.run(FULL);
    expect(await lastRun()).toMatchObject({
      status: 'failed',
      message:
        'MLflow "default": GET /api/2.0/mlflow/registered-models/search: it is failing (503, down for maintenance)',
    });
    expect(await portal.models()).toHaveLength(3);
  });

  it('keeps everything while MLflow says that it is empty', async () => {
    mlflow.intercept = (_, response) => {
      response.writeHead(200).end('{}');
      return true;
    };
    await portal.run(FULL);
    expect(await lastRun()).toMatchObject({
      status: 'kept',
      missing: 3,
      message: expect.stringContaining('it lists no models'),
    });
    expect(await portal.models()).toHaveLength(3);
    mlflow.intercept = () => {};
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['401', r => r.writeHead(401).end(), 'does not know the credentials (401)'],
    ['403', r => r.writeHead(403).end(), 'the credentials may not do that'],
    ['404', r => r.writeHead(404).end(), 'it does not know that (404)'],
    ['429', r => r.writeHead(429).end(), 'it is asked too often (429)'],
    ['500', r => r.writeHead(500).end(), 'it is failing (500)'],
    [
      'cut JSON',
      r => r.end('{"registered_models": [{"na'),
      'broken or cut off',
    ],
    ['HTML', r => r.end('<html>Sign in</html>'), 'a web page in place of JSON'],
    ['a circle', r => r.end('{"next_page_token":"x"}'), 'its list never ends'],
    [
      'wrong types',
      r => r.end('{"registered_models":[7]}'),
      'could not be read',
    ],
  ])('keeps everything, and says why, at %s', async (_, fault, words) => {
    mlflow.intercept = (__, response) => {
      fault(response);
      return true;
    };
    await portal.run(FULL);
    mlflow.intercept = () => {};
    const run = await lastRun();
    expect(run.status).toMatch(/^(failed|kept)$/);
    expect(run.message).toContain(words);
    expect(await portal.models()).toHaveLength(3);
  });

  it('lets go of a deleted model after the time of grace', async () => {
    mlflow.deleteModel('demand-forecast');
    await portal.run(FULL);
    expect(await lastRun()).toMatchObject({ removed: 0, missing: 1 });
    expect(await portal.models()).toContain('demand-forecast');
    await new Promise(resolve => setTimeout(resolve, 1_100));
    await portal.run(FULL);
    expect(await lastRun()).toMatchObject({ removed: 1, missing: 0 });
    await portal.until('mlmodel:demand-forecast', isGone);
  });

  it('takes names apart that differ in case or a slash only', async () => {
    addModel(mlflow, { model: { name: 'Support/Ticket-Router' } });
    await portal.run(FULL);
    const { entity_ref: ref } = await knex('ml_registry_models')
      .where({ model_id: 'Support/Ticket-Router' })
      .first();
    expect(ref).toMatch(/^mlmodel:default\/support-ticket-router-[0-9a-f]{8}$/);
    const other = await portal.until(ref, isThere);
    expect(other?.metadata.title).toBe('Support/Ticket-Router');
  });
});

it('a portal without an MLflow registry starts, and schedules nothing', async () => {
  const knex = await databases.init('SQLITE_3');
  const portal = await startPortal(undefined, knex);
  expect([...portal.tasks.keys()].filter(id => /mlflow/.test(id))).toEqual([]);
  await portal.stop();
});
