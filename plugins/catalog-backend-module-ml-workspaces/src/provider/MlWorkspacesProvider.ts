import {
  ML_DEPLOYMENT_WORKSPACE_TOPIC,
  MlDeploymentWorkspaceEvent,
  WorkspaceRoot,
} from '@airworthy/plugin-ml-deployment-node';
import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { Workspace, listWorkspaces } from './listWorkspaces';
import { refreshKeyOf, toLocation } from './toLocation';

const NAME = 'ml-workspaces';

/** Provides a location for each local repository, at once after it changes. */
export class MlWorkspacesProvider implements EntityProvider {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #root: WorkspaceRoot;
  readonly #schedule: SchedulerServiceTaskRunner;
  /** What was warned of, so that it is once. */
  readonly #warned = new Set<string>();
  #connection: EntityProviderConnection | undefined;
  /* One reading after another, so that an older one never comes last. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: {
    events: EventsService;
    logger: LoggerService;
    root: WorkspaceRoot;
    schedule: SchedulerServiceTaskRunner;
  }) {
    this.#events = options.events;
    this.#logger = options.logger.child({ provider: NAME });
    this.#root = options.root;
    this.#schedule = options.schedule;
  }

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#schedule.run({
      id: `${NAME}:refresh`,
      fn: async () => {
        await this.#refresh();
      },
    });
    await this.#events.subscribe({
      id: NAME,
      topics: [ML_DEPLOYMENT_WORKSPACE_TOPIC],
      onEvent: event => this.#onEvent(event),
    });
    // The schedule outlives a restart, and may be a minute away.
    await this.#refresh();
  }

  async #onEvent({ eventPayload }: EventParams): Promise<void> {
    const { repository } = eventPayload as MlDeploymentWorkspaceEvent;
    const changed = (await this.#refresh()).find(
      workspace => workspace.repository === repository,
    );
    // The location itself did not change, what it leads to did.
    if (changed) {
      await this.#connection?.refresh({ keys: [refreshKeyOf(changed)] });
    }
  }

  #refresh(): Promise<Workspace[]> {
    const next = this.#last.then(() => this.#read());
    this.#last = next;
    return next;
  }

  async #read(): Promise<Workspace[]> {
    try {
      const { workspaces, passedOver } = await listWorkspaces(this.#root);
      for (const [name, reason] of passedOver) {
        this.#warnOnce(`Folder ${name} was passed over: ${reason}`);
      }
      // As empty as a disk that is not there: nothing known goes for that.
      if (!workspaces.length) return [];
      await this.#connection?.applyMutation({
        type: 'full',
        entities: workspaces.map(workspace => ({
          entity: toLocation(workspace),
          locationKey: NAME,
        })),
      });
      return workspaces;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') {
        this.#warnOnce(
          `Local repositories were not read, so none was added or removed: ${
            toError(error).message
          }`,
        );
      }
      return [];
    }
  }

  #warnOnce(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#logger.warn(message);
  }
}
