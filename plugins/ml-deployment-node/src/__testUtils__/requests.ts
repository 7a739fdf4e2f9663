import {
  STRATEGY_SUPPORT,
  StrategyType,
  TargetId,
} from '@airworthy/plugin-ml-deployment-common';
import { RenderRequest } from '../request/requestSchema';

/** Every pair of strategy and target that there is. */
export const PAIRS = STRATEGY_SUPPORT.filter(
  ({ support }) => support !== 'none',
).map(({ strategy, target }) => [strategy, target] as const);

const DIGEST = `sha256:${'a'.repeat(64)}`;

/** A request for a pair, with what the pair needs and no more. */
export function requestFor(
  strategy: StrategyType,
  target: TargetId,
  more: Partial<RenderRequest> = {},
): RenderRequest {
  const version = (name: string) =>
    target.startsWith('kserve-')
      ? { version: name, uri: `s3://models/delay/${name}` }
      : { version: name, image: `registry.example.com/delay@${DIGEST}` };
  return {
    name: 'delay',
    namespace: 'flights',
    strategy,
    target,
    versions: { stable: version('1.4.0'), candidate: version('2.0.0') },
    model: { format: { name: 'sklearn' } },
    route: {
      hostnames: ['delay.example.com'],
      gateway: { name: 'public', namespace: 'gateways' },
    },
    ...(strategy === 'ab-test'
      ? { assignment: { by: 'header', name: 'x-group', value: 'b' } }
      : {}),
    ...more,
  };
}
