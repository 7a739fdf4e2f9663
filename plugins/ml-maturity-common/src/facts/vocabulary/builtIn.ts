import { FactSchema } from '../types';
import { FactVocabulary } from '../FactVocabulary';
import { assessmentFacts } from './assessment';
import { catalogFacts } from './catalog';
import { deploymentsFacts } from './deployments';
import { modelFacts } from './model';
import { monitoringFacts } from './monitoring';
import { repositoryFacts } from './repository';
import { reviewFacts } from './review';
import { versionsFacts } from './versions';

/** Schemas of the facts that the suite's own collectors know. @public */
export const BUILT_IN_FACTS: readonly FactSchema[] = [
  catalogFacts,
  modelFacts,
  versionsFacts,
  deploymentsFacts,
  repositoryFacts,
  monitoringFacts,
  reviewFacts,
  assessmentFacts,
];

/** The vocabulary of a portal without collectors of its own. @public */
export const builtInVocabulary = FactVocabulary.create(BUILT_IN_FACTS);
