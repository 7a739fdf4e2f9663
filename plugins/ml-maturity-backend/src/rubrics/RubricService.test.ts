import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { builtInVocabulary } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import { stringify } from 'yaml';
import { RubricConfig } from '../config';
import { RubricStore } from '../database/RubricStore';
import { describeDatabases } from '../__testUtils__/databases';
import { loggerMock } from '../__testUtils__/environment';
import { TEST_RUBRIC, testRubric } from '../__testUtils__/rubric';
import { RubricLoader } from './RubricLoader';
import { RubricService } from './RubricService';

const URL = 'https://git.example/rubric.yaml';
const version = (number: string) =>
  testRubric(rubric => {
    rubric.metadata.version = number;
  });
const wrong = testRubric(rubric => {
  rubric.checks[0].rule = 'model.licence';
});

describeDatabases('RubricService', database => {
  async function create(db: Knex, configs: RubricConfig[]) {
    const reader = mockServices.urlReader.mock();
    const logger = loggerMock();
    const answerWith = (document: object, etag: string) =>
      reader.readUrl.mockImplementation(async (_, options) => {
        if (options?.etag === etag) throw new NotModifiedError();
        return {
          etag,
          buffer: async () => Buffer.from(stringify(document)),
        };
      });
    const start = () =>
      RubricService.create({
        configs,
        loader: new RubricLoader({ reader, vocabulary: builtInVocabulary }),
        store: new RubricStore(db),
        vocabulary: builtInVocabulary,
        logger,
      });
    return { reader, logger, answerWith, start };
  }
  const versionOf = (service: RubricService) =>
    service.get('small').compiled.rubric.metadata.version;

  it('keeps the last good document, over a restart too, until a good one comes', async () => {
    const db = await database();
    const env = await create(db, [{ id: 'small', source: URL }]);
    env.answerWith(version('1'), 'e1');
    const service = await env.start();
    env.answerWith(wrong, 'e2');
    expect(await service.refresh()).toEqual([]);
    expect(versionOf(service)).toBe('1');
    expect(service.get('small').problems).toMatchObject([
      {
        file: URL,
        field: 'checks[0].rule',
        message: expect.stringContaining('model.license'),
        line: expect.any(Number),
      },
    ]);

    const restarted = await env.start();
    expect(versionOf(restarted)).toBe('1');
    expect(restarted.get('small').problems).toHaveLength(1);
    // The same problem is told once.
    await restarted.refresh();
    expect(env.logger.error).toHaveBeenCalledTimes(2);

    // Back to what was read before: the code host says that nothing changed.
    env.answerWith(version('1'), 'e1');
    await service.refresh();
    expect(service.get('small').problems).toEqual([]);

    env.answerWith(version('2'), 'e3');
    expect(await restarted.refresh()).toEqual(['small']);
    expect(versionOf(restarted)).toBe('2');
    expect(restarted.get('small').problems).toEqual([]);
  });

  it('lets every replica judge by what one accepted, and none undo it', async () => {
    const db = await database();
    const first = await create(db, [{ id: 'small', source: URL }]);
    const second = await create(db, [{ id: 'small', source: URL }]);
    first.answerWith(version('1'), 'e1');
    second.answerWith(version('1'), 'e1');
    const [one, two] = [await first.start(), await second.start()];

    first.answerWith(version('2'), 'e2');
    expect(await one.refresh()).toEqual(['small']);
    // The other replica's code host still answers with the old one.
    expect(await two.refresh()).toEqual([]);
    await two.adopt();
    expect(versionOf(two)).toBe('2');
    await one.adopt();
    expect(versionOf(one)).toBe('2');
    // When it sees the new one too, nothing is new.
    second.answerWith(version('2'), 'e2');
    expect(await two.refresh()).toEqual([]);
  });

  it('leaves out a rubric that was never good, and starts', async () => {
    const env = await create(await database(), [
      { id: 'small', document: wrong },
      { id: 'mlops', source: 'default:mlops' },
    ]);
    const service = await env.start();
    expect(service.all().map(r => r.compiled.rubric.metadata.id)).toEqual([
      'mlops',
    ]);
    expect(service.configured()).toEqual(['small', 'mlops']);
    expect(() => service.get('small')).toThrow(
      'rubric: expected one of mlops, was "small"',
    );
    expect(env.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('was never good before'),
    );
  });

  it.each<[string, Partial<RubricConfig>, string]>([
    [
      'leaves its folder',
      { source: 'default:../../package' },
      'could not be read',
    ],
    ['is not there', { source: 'default:nothing' }, 'could not be read'],
    [
      'may not be read',
      { source: 'https://evil.example/r.yaml' },
      'is not allowed',
    ],
    [
      'has another id',
      {
        document: testRubric(r => {
          r.metadata.id = 'other';
        }),
      },
      'expected "small" as in mlMaturity.rubrics, was "other"',
    ],
    [
      'has a check twice',
      {
        document: testRubric(r => {
          r.checks.push(r.checks[0]);
        }),
      },
      'licensed',
    ],
    [
      'skips a level',
      {
        document: testRubric(r => {
          r.levels.splice(1, 1);
        }),
      },
      'level',
    ],
    [
      'changes a check into a wrong one',
      {
        document: TEST_RUBRIC,
        extend: { checks: [{ id: 'licensed', level: 9 }] },
      },
      'extend',
    ],
  ])('refuses a rubric that %s', async (_, config, message) => {
    const { reader, start, logger } = await create(await database(), [
      { id: 'small', ...config },
    ]);
    reader.readUrl.mockRejectedValue(
      new Error('Reading from this host is not allowed'),
    );
    expect((await start()).all()).toEqual([]);
    expect(logger.error.mock.calls[0][0]).toContain(message);
  });

  it('extends one from app-config', async () => {
    const env = await create(await database(), [
      {
        id: 'small',
        document: TEST_RUBRIC,
        extend: {
          checks: [{ id: 'licensed', weight: 5 }],
          removeChecks: ['tested'],
        },
      },
    ]);
    const { rubric } = (await env.start()).get('small').compiled;
    expect(rubric.checks.map(({ id, weight }) => [id, weight])).toEqual([
      ['licensed', 5],
      ['owned', 1],
    ]);
  });
});
