import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { readMlMonitoringConfig } from '../config';
import { createServices } from '../services/createServices';
import { FakeSource } from './FakeSource';
import { DELAY_MODEL, deploymentOf } from './entities';

/** A logger whose lines can be read. */
export function loggerMock() {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  return logger;
}

/** Sets the clock and leaves timers as they are. */
export function setClock(moment: string): void {
  jest.useFakeTimers({
    now: new Date(moment),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}

/** The services of a replica, on a real database and a catalog in memory. */
export async function createEnvironment(
  db: Knex,
  options: {
    entities?: Entity[];
    config?: JsonObject;
    source?: FakeSource;
  } = {},
) {
  const entities = options.entities ?? [deploymentOf('a'), DELAY_MODEL];
  const catalog = catalogServiceMock({ entities });
  const logger = loggerMock();
  const source = options.source ?? new FakeSource();
  const sent: any[] = [];
  const published: any[] = [];
  const services = await createServices({
    auth: mockServices.auth(),
    catalog,
    config: readMlMonitoringConfig(
      mockServices.rootConfig({
        data: { mlMonitoring: options.config ?? {} },
      }),
    ),
    database: mockServices.database({ knex: db }),
    events: {
      publish: async event => {
        published.push(event);
      },
      subscribe: async () => {},
    },
    logger,
    notifications: {
      send: async notification => {
        sent.push(notification);
      },
    },
    permissions: mockServices.permissions(),
    sources: [source],
    userInfo: mockServices.userInfo(),
  });
  return {
    ...services,
    catalog,
    entities,
    logger,
    source,
    sent,
    published,
    /** A tick of the scheduled task. */
    tick: () => services.sweep.run(new AbortController().signal),
  };
}
