import { deploymentOf, variantsOf } from '../__testUtils__/entities';
import { findStableVersion } from './stableVersion';

it.each([
  ['nothing is deployed', [], undefined],
  ['nothing says what it serves', [deploymentOf('a')], undefined],
  [
    'production was changed before staging',
    [
      deploymentOf('a', {
        environment: 'staging',
        startedAt: '2026-05-01T00:00:00Z',
        variants: variantsOf('3'),
      }),
      deploymentOf('b', {
        startedAt: '2026-04-01T00:00:00Z',
        variants: variantsOf('2', '3'),
      }),
    ],
    '2',
  ],
  [
    'two in production: the one that was changed last',
    [
      deploymentOf('a', {
        startedAt: '2026-04-01T00:00:00Z',
        variants: variantsOf('1'),
      }),
      deploymentOf('b', {
        startedAt: '2026-05-01T00:00:00Z',
        variants: variantsOf('2'),
      }),
      deploymentOf('c', { variants: variantsOf('3') }),
    ],
    '2',
  ],
])('finds the version of users where %s', (_, deployments, version) => {
  expect(findStableVersion(deployments)?.version).toBe(version);
});
