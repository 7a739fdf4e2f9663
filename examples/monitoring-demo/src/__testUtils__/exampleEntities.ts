import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type {
  MlDeploymentEntity,
  MlModelEntity,
} from '@airworthy/plugin-ml-models-common';
import { parseAllDocuments } from 'yaml';

const MODELS = resolve(__dirname, '../../../models');

function entitiesOfKind(kind: string): any[] {
  return readdirSync(MODELS)
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file =>
      parseAllDocuments(readFileSync(join(MODELS, file), 'utf8')).map(d =>
        d.toJS(),
      ),
    )
    .filter(entity => entity?.kind === kind);
}

/** Deployments of the example organisation. */
export const exampleDeployments = (): MlDeploymentEntity[] =>
  entitiesOfKind('MlDeployment');

/** Models of the example organisation. */
export const exampleModels = (): MlModelEntity[] => entitiesOfKind('MlModel');
