import {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  EvaluationTask,
  mlMaturityEvaluatePermission,
} from '@airworthy/plugin-ml-maturity-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import {
  audited,
  EntityAccess,
  parseInput,
  Visibility,
} from '@airworthy/plugin-ml-models-node';
import { StoredTask } from '../database/TaskStore';
import { EvaluationTasks } from '../tasks/EvaluationTasks';

/** An entity reference, in its full form. */
export const entityRefInput = () =>
  z
    .string()
    .min(1)
    .max(600)
    .transform((text, context) => {
      try {
        return stringifyEntityRef(
          parseEntityRef(text, { defaultNamespace: 'default' }),
        );
      } catch {
        context.addIssue({
          code: 'custom',
          message: 'a reference such as "mlmodel:default/churn"',
          input: text,
        });
        return z.NEVER;
      }
    });

const evaluationInput = z
  .strictObject({
    entityRefs: z.array(entityRefInput()).min(1).max(1_000).optional(),
  })
  .default({});

function taskOf({
  entityRefs,
  attempts,
  ...task
}: StoredTask | (EvaluationTask & Partial<StoredTask>)): EvaluationTask {
  return task;
}

/** Routes of evaluations that somebody asks for. */
export function createEvaluationRouter(options: {
  access: EntityAccess;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  tasks: EvaluationTasks;
  visibility: Visibility;
  /** References of all entities that have a scorecard. */
  knownRefs: () => Promise<string[]>;
}): express.Router {
  const { access, auditor, auth, httpAuth, tasks, visibility } = options;
  const router = Router();

  const callerOf = (credentials: BackstageCredentials): string => {
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    return auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'unknown';
  };

  router.post('/evaluations', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    // Who may not, or asks for what is not there, is on record too.
    const event = { eventId: 'evaluation-start', meta: {} };
    const task = await audited(auditor, req, event, async note => {
      await access.require(credentials, mlMaturityEvaluatePermission);
      const input = parseInput(evaluationInput, req.body);
      const readable = await visibility.refsOf(credentials);
      let refs = input.entityRefs && [...new Set(input.entityRefs)];
      note({ entities: refs ? refs.length : 'all' });
      if (readable !== 'all') {
        const hidden = refs?.find(ref => !readable.has(ref));
        if (hidden) throw new NotFoundError(`There is no entity ${hidden}`);
        // "All" is all that the caller may know of, counts included.
        refs ??= (await options.knownRefs()).filter(ref => readable.has(ref));
        note({ entities: refs.length });
      }
      return tasks.request(callerOf(credentials), refs);
    });
    res.status(202).json(taskOf(task));
  });

  router.get('/evaluations/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityEvaluatePermission);
    const task = await tasks.get(req.params.id);
    const mayRead =
      task &&
      (task.requestedBy === callerOf(credentials) ||
        (await visibility.refsOf(credentials)) === 'all');
    if (!mayRead) {
      throw new NotFoundError(`There is no evaluation ${req.params.id}`);
    }
    res.json(taskOf(task));
  });

  return router;
}
