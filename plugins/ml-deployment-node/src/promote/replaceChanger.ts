import { STABLE_ANNOTATIONS, VARIANT_LABEL } from '../manifests/labels';
import { textAt } from '../validate/read';
import { refuse } from './steps';
import { Changer } from './types';
import { podsBack, predictorBack } from './wayBack';

/** A version that replaced the one of before at once, which is kept with the object. */
export const replaceChanger: Changer = {
  carries: document =>
    ['Deployment', 'InferenceService'].includes(String(document.kind)) &&
    !textAt(document, 'metadata', 'labels', VARIANT_LABEL) &&
    textAt(document, 'metadata', 'annotations', STABLE_ANNOTATIONS.version) !==
      undefined,
  change(document, action) {
    if (action !== 'roll-back') {
      refuse(action, 'a version that has all traffic already', 'roll-back');
    }
    return {
      edits:
        document.kind === 'Deployment'
          ? podsBack(document)
          : predictorBack(document),
    };
  },
};
