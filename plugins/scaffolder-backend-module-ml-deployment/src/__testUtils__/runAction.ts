import {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';

/** What a task has that an action runs in. */
export interface RunOptions
  extends Partial<Pick<ActionContext<JsonObject>, 'isDryRun' | 'user'>> {
  workspacePath: string;
  /** Values of checkpoints that a task passed before it was interrupted. */
  checkpoints?: Map<string, JsonValue | void>;
}

/** Runs an action as a task does, and gives its outputs. */
export async function runAction(
  action: TemplateAction<any, any>,
  input: JsonObject,
  options: RunOptions,
): Promise<Record<string, any>> {
  const { isDryRun, user, workspacePath } = options;
  const { checkpoints = new Map() } = options;
  const outputs: Record<string, unknown> = {};
  await action.handler({
    ...createMockActionContext({ input, workspacePath, user }),
    isDryRun,
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    async checkpoint({ key, fn }: { key: string; fn: () => Promise<any> }) {
      if (!checkpoints.has(key)) checkpoints.set(key, await fn());
      return checkpoints.get(key);
    },
  } as unknown as ActionContext<any, any>);
  return outputs;
}
