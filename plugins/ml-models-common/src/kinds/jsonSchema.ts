import { z } from 'zod';
import { mlDeploymentSchema } from './MlDeployment';
import { mlModelSchema } from './MlModel';

function toJsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, {
    // What the catalog's validator and the editors' YAML support read.
    target: 'draft-7',
    io: 'input',
  });
}

/** JSON schema (draft 7) of an `MlModel`, made from the same source as its validation. @public */
export const mlModelJsonSchema = () => toJsonSchema(mlModelSchema);

/** JSON schema (draft 7) of an `MlDeployment`, made from the same source as its validation. @public */
export const mlDeploymentJsonSchema = () => toJsonSchema(mlDeploymentSchema);
