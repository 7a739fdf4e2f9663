import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import express from 'express';
import Router from 'express-promise-router';
import { parse } from 'yaml';

/** The description of the API, as a package has it. @public */
export async function readOpenApi(packageName: string): Promise<JsonObject> {
  const path = resolvePackagePath(packageName, 'openapi.yaml');
  return parse(await readFile(path, 'utf8'));
}

/** Serves the description of the API where Backstage's own plugins have theirs. @public */
export function createOpenApiRouter(packageName: string): express.Router {
  const router = Router();
  let document: Promise<JsonObject> | undefined;

  router.get('/openapi.json', async (req, res) => {
    document ??= readOpenApi(packageName);
    res.json({
      ...(await document),
      servers: [{ url: req.baseUrl || '/' }],
    });
  });

  return router;
}
