import {
  RegistryClient,
  RegistryListing,
} from '@airworthy/plugin-ml-models-node';
import {
  MlflowStandIn,
  addExamples,
  addModel,
} from '@airworthy-examples/registry-standin';
import { MlflowApi } from './api/MlflowApi';
import { MlflowModel } from './api/schemas';
import { MlflowConfig } from './config';
import { MlflowSource } from './MlflowSource';

jest.setTimeout(30_000);

describe('the models of MLflow', () => {
  let mlflow: MlflowStandIn;
  const clients: RegistryClient[] = [];
  const signal = new AbortController().signal;
  beforeEach(async () => {
    mlflow = new MlflowStandIn();
    await mlflow.listen();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map(client => client.close()));
    await mlflow.close();
  });

  const source = (filters?: MlflowConfig['filters'], maxBodyBytes = 40e6) => {
    const client = new RegistryClient('MLflow "a"', {
      baseUrl: new URL(mlflow.url),
      headers: {},
      timeoutMs: 20_000,
      concurrency: 4,
      retries: 0,
      retryDelayMs: 1,
      maxBodyBytes,
    });
    clients.push(client);
    return new MlflowSource({
      registry: { type: 'mlflow', instance: 'a' },
      title: 'MLflow "a"',
      api: new MlflowApi(client),
      uiUrl: 'https://ml.example.com/',
      filters,
    });
  };
  const listed = async (from: MlflowSource) => {
    const models: RegistryListing<MlflowModel>[] = [];
    const unreadable: { id?: string; reason: string }[] = [];
    for await (const page of from.list(signal)) {
      models.push(...page.models);
      unreadable.push(...(page.unreadable ?? []));
    }
    return { models, unreadable };
  };
  const read = async (name: string, from = source()) => {
    const { models } = await listed(from);
    const listing = models.find(({ id }) => id === name)!;
    return from.read(listing, undefined, signal);
  };
  const answerWith = (body: object | string) => {
    mlflow.intercept = (_, response) => {
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
      return true;
    };
  };

  it('of version 2 have stages, and a signature in a tag of the run', async () => {
    addExamples(mlflow);
    expect(await read('Customer Churn')).toMatchObject({
      id: 'Customer Churn',
      url: 'https://ml.example.com/#/models/Customer%20Churn',
      tags: { team: 'offer-science', lifecycle: '' },
      ownerHints: ['ada'],
      library: 'xgboost',
      updatedAt: '2026-02-10T00:00:00.000Z',
      versions: [
        {
          version: '2',
          aliases: ['champion'],
          stage: 'Production',
          createdAt: '2026-02-10T00:00:00.000Z',
          description: 'Knows the tariff of the customer.',
          url: 'https://ml.example.com/#/models/Customer%20Churn/versions/2',
          run: {
            id: 'b1b2c3d4e5f60718293a4b5c6d7e8f90',
            url: 'https://ml.example.com/#/experiments/12/runs/b1b2c3d4e5f60718293a4b5c6d7e8f90',
            commit: '180c807a1e0f283d14befcac586f41d899a5bae4',
          },
          // Without the load of the machine.
          metrics: [
            { name: 'roc_auc', value: 0.902 },
            { name: 'log_loss', value: 0.31 },
          ],
          parameters: { max_depth: '6', learning_rate: '0.1' },
          signature: {
            inputs: [
              { name: 'tenure_months', type: 'long', required: true },
              { name: 'plan', type: 'string', required: true },
            ],
            outputs: [{ name: 'churned', type: 'double', required: true }],
          },
          datasets: [
            { name: 'customers', digest: '5f2ab9c1', role: 'training' },
            { name: 'customers-holdout', role: 'evaluation' },
          ],
        },
        { version: '1', aliases: [], stage: 'Archived' },
      ],
    });
  });

  it('of version 3 have a logged model, whose figures name their data', async () => {
    addExamples(mlflow);
    const model = await read('support/ticket-router');
    expect(model?.versions?.[0]).toMatchObject({
      aliases: ['challenger'],
      stage: undefined,
      metrics: [
        { name: 'f1', value: 0.88, dataset: 'tickets-2026' },
        { name: 'loss', value: 0.4 },
      ],
      parameters: { epochs: '3', base: 'distilbert' },
    });
  });

  it('are prompts and versions that are not ready not', async () => {
    addExamples(mlflow);
    addModel(mlflow, {
      model: { name: 'new' },
      versions: [
        { version: '1', status: 'FAILED_REGISTRATION' },
        { version: '2', status: 'SOME_NEW_STATUS' },
      ],
    });
    const { models } = await listed(source());
    expect(models.map(({ id }) => id)).toEqual([
      'Customer Churn',
      'demand-forecast',
      'new',
      'support/ticket-router',
    ]);
    const model = await read('new');
    expect(model?.versions?.map(v => v.version)).toEqual(['2']);
  });

  it('are read with numbers as strings, nulls and missing lists, as gateways write them', async () => {
    const name = 'a';
    mlflow.intercept = ({ url }, response) => {
      const model = {
        name,
        last_updated_timestamp: '1767225600000',
        description: null,
        aliases: [{ alias: 'x', version: 1 }],
        later_field: {},
      };
      const version = { name, version: '1', run_id: 'r', tags: null };
      const data = { metrics: [{ key: 'loss', value: 'NaN' }], params: null };
      const run = { info: { run_id: 'r' }, data };
      const answers = Object.entries({
        'registered-models/search': { registered_models: [model] },
        'model-versions/search': { model_versions: [version] },
        'runs/get': { run },
      });
      const [, answer] = answers.find(([path]) => url?.includes(path))!;
      response.end(JSON.stringify(answer));
      return true;
    };
    expect(await read(name)).toMatchObject({
      updatedAt: '2026-01-01T00:00:00.000Z',
      versions: [{ aliases: ['x'], metrics: [{ name: 'loss', value: NaN }] }],
    });
  });

  it('are refused one by one where their types are wrong', async () => {
    answerWith({
      registered_models: [
        { name: 'good' },
        { name: 'odd', tags: 'none' },
        { description: 'nameless' },
        null,
      ],
    });
    const { models, unreadable } = await listed(source());
    expect(models.map(({ id }) => id)).toEqual(['good']);
    expect(unreadable).toEqual([
      {
        id: 'odd',
        reason:
          'MLflow "a": its answer is not of MLflow\'s API: tags: Invalid input: expected array, received string',
      },
      { id: undefined, reason: expect.stringContaining('name: Invalid input') },
      { id: undefined, reason: expect.stringContaining('all of it') },
    ]);
  });

  it.each([
    [
      'a list of another type',
      { registered_models: 'none' },
      /registered_models: Invalid input/,
    ],
    [
      'a token that comes again',
      { next_page_token: 'again' },
      /its list never ends/,
    ],
    [
      'a page for people',
      '<html><title>Sign in</title></html>',
      /a web page in place of JSON/,
    ],
  ])('end with %s', async (_, body, message) => {
    answerWith(body);
    await expect(listed(source())).rejects.toThrow(message);
  });

  it('may have 5,000 versions, of which the newest are read and those in use', async () => {
    const versions = Array.from({ length: 5_000 }, (_, i) => ({
      version: `${i + 1}`,
    }));
    addModel(mlflow, {
      model: { name: 'a', aliases: [{ alias: 'champion', version: '7' }] },
      versions,
    });
    const model = await read('a');
    expect(model?.versions).toHaveLength(21);
    expect(model?.versions?.[0].version).toBe('5000');
    expect(model?.versions?.[20]).toMatchObject({
      version: '7',
      aliases: ['champion'],
    });
    expect(mlflow.requests).toEqual([
      'registered-models/search',
      'model-versions/search',
      'model-versions/get',
    ]);
  });

  it('may have texts that no answer can hold together', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      addModel(mlflow, { model: { name, description: 'x'.repeat(10e6) } });
    }
    const { models } = await listed(source(undefined, 32e6));
    expect(models).toHaveLength(5);
    const model = await source().read(models[0], undefined, signal);
    expect(model?.description).toHaveLength(25_000);
  });

  it('may have quotes in their names', async () => {
    const names = [`it's`, `say "x"`, `both ' and "`];
    for (const name of names) {
      addModel(mlflow, { model: { name }, versions: [{ version: '1' }] });
    }
    addModel(mlflow, {
      model: { name: 'other' },
      versions: [{ version: '9' }],
    });
    for (const name of names) {
      const model = await read(name);
      expect(model?.versions?.map(v => v.version)).toEqual(['1']);
    }
  });

  it('may be deleted, or their runs, before they are read in full', async () => {
    addExamples(mlflow);
    const from = source();
    const { models } = await listed(from);
    mlflow.deleteModel('support/ticket-router');
    mlflow.runs.clear();
    const readAgain = await Promise.all(
      models.map(listing => from.read(listing, undefined, signal)),
    );
    expect(readAgain.map(model => model?.versions?.length)).toEqual([
      2,
      0,
      undefined,
    ]);
    await expect(from.isGone('support/ticket-router', signal)).resolves.toBe(
      true,
    );
    await expect(from.isGone('Customer Churn', signal)).resolves.toBe(false);
  });

  it('are not taken for gone where another server answers that it knows nothing', async () => {
    mlflow.intercept = (_, response) => {
      response.writeHead(404).end('<html>Not Found</html>');
      return true;
    };
    await expect(source().isGone('a', signal)).rejects.toThrow('(404)');
  });

  it('are those that the filters let through', async () => {
    addExamples(mlflow);
    const ids = async (filters: MlflowConfig['filters']) =>
      (await listed(source(filters))).models.map(({ id }) => id);
    expect(await ids({ search: "tags.team = 'passenger-voice'" })).toEqual([
      'support/ticket-router',
    ]);
    expect(
      await ids({ match: { aliases: { $contains: 'champion' } } }),
    ).toEqual(['Customer Churn']);
    const from = source({ search: "tags.team = 'passenger-voice'" });
    expect(await from.isGone('Customer Churn', signal)).toBe(true);
    expect(await from.isGone('support/ticket-router', signal)).toBe(false);
  });

  it('ask for the runs of versions that changed only', async () => {
    addExamples(mlflow);
    const from = source();
    const before = await read('Customer Churn', from);
    mlflow.versions.get('Customer Churn')![0].last_updated_timestamp += 1;
    const { models } = await listed(from);
    mlflow.requests.length = 0;
    const after = await from.read(models[0], before, signal);
    expect(mlflow.requests).toEqual(['model-versions/search', 'runs/get']);
    expect(after?.versions?.map(v => v.metrics)).toEqual(
      before?.versions?.map(v => v.metrics),
    );
    expect(after?.library).toBe('xgboost');
    expect(after?.ownerHints).toEqual(['ada']);
  });
});
