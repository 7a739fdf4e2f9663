import { isObject, listAt, objectAt, textAt } from '../validate/read';
import { refuse } from './steps';
import { Changer } from './types';
import { podsBack } from './wayBack';

/** Argo Rollouts takes the steps itself; only the way back is a change of the manifest. */
export const rolloutChanger: Changer = {
  carries: document => document.kind === 'Rollout',
  change(document, action) {
    const name = textAt(document, 'metadata', 'name');
    const namespace = textAt(document, 'metadata', 'namespace');
    const on = `${name}${namespace ? ` -n ${namespace}` : ''}`;
    const isShadow = listAt(
      objectAt(document, 'spec', 'strategy', 'canary'),
      'steps',
    ).some(step => isObject(step) && isObject(step.setMirrorRoute));
    switch (action) {
      case 'next-step':
      case 'promote':
        if (isShadow) refuse(action, 'a shadow', 'end-shadow');
        return {
          edits: [],
          commands: [
            `kubectl argo rollouts promote ${on}${
              action === 'promote' ? ' --full' : ''
            }`,
          ],
          notices: [
            'The controller takes the steps of a Rollout: its manifest stays as it is.',
          ],
        };
      default:
        if (action === 'end-shadow' && !isShadow) {
          refuse(action, 'a Rollout without a mirror', 'roll-back');
        }
        return {
          edits: podsBack(document),
          // The manifest must follow, or the next sync starts the rollout again.
          commands: [`kubectl argo rollouts abort ${on}`],
        };
    }
  },
};
