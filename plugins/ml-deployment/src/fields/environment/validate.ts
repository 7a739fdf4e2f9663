import { mlDeploymentSpecSchema } from '@airworthy/plugin-ml-models-common';

/** What is wrong with an environment, if anything is. */
export function environmentProblem(value: unknown): string | undefined {
  if (mlDeploymentSpecSchema.shape.environment.safeParse(value).success) {
    return undefined;
  }
  return `environment: expected up to 63 lower-case letters and digits, with single hyphens, dots or underscores between them, such as "production", was ${
    value === undefined ? 'nothing' : JSON.stringify(value)
  }`;
}
