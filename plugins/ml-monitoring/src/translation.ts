import {
  TranslationFunction,
  createTranslationRef,
} from '@backstage/frontend-plugin-api';
import { panelMessages } from './tab/messages';
import { dataMessages } from './data/messages';
import { modelMessages } from './model/messages';
import { rolloutMessages } from './rollout/messages';

/** Texts of the plugin. */
export const mlMonitoringTranslationRef = createTranslationRef({
  id: 'plugin.ml-monitoring',
  messages: {
    retry: 'Try again',
    cancel: 'Cancel',
    loading: 'Loading',
    unknown: 'unknown',
    csv: 'Download CSV',
    ...panelMessages,
    ...dataMessages,
    ...modelMessages,
    ...rolloutMessages,
  },
});

/** Gives a text of the plugin. */
export type Translate = TranslationFunction<
  typeof mlMonitoringTranslationRef.T
>;
