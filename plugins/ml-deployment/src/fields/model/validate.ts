import {
  ReadableMlModel,
  readMlModel,
  sortedVersions,
} from '@airworthy/plugin-ml-models-common';
import { ApiSource, checkEntity } from '../shared/checkEntity';
import { ModelValue } from './schema';

interface Options {
  needsStable?: boolean;
}

function versionProblems(
  value: Partial<ModelValue>,
  model: ReadableMlModel,
  { needsStable }: Options,
): string[] {
  const names = sortedVersions(model).map(({ version }) => version);
  if (names.length === 0) {
    return [
      `model: expected a model that lists versions, was "${value.ref}" without any`,
    ];
  }
  const problems: string[] = [];
  const { version, stableVersion } = value;
  if (version === undefined || !names.includes(version)) {
    problems.push(
      `version: expected one of ${names.join(', ')}, was ${
        version === undefined ? 'nothing' : `"${version}"`
      }`,
    );
  }
  if (!needsStable) return problems;
  if (stableVersion === undefined) {
    problems.push(
      'stableVersion: expected the version that users have now, was nothing',
    );
  } else if (stableVersion === version) {
    problems.push(
      `stableVersion: expected another version than the one to release, was "${stableVersion}" as well`,
    );
  }
  return problems;
}

/** What is wrong with a model and its versions, as the catalog has them now. */
export async function modelProblems(
  value: Partial<ModelValue> | undefined,
  options: Options,
  apis: ApiSource,
): Promise<string[]> {
  const { entity, problem } = await checkEntity(
    value?.ref,
    { field: 'model', kind: 'mlmodel', example: 'mlmodel:default/churn' },
    apis,
  );
  return entity
    ? versionProblems(value!, readMlModel(entity), options)
    : [problem];
}
