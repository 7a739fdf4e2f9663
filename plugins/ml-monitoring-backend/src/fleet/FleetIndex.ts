import { StatusStore } from '../database/StatusStore';
import { DeploymentRow } from '../database/statusRow';

/** A deployment in memory, with what searching and sorting need of it. */
export interface FleetRow extends DeploymentRow {
  /** Name, title, model and owner in lower case. */
  searchText: string;
  sortName: string;
}

function fleetRow(row: DeploymentRow): FleetRow {
  const { title, model, owner } = row.facts;
  return {
    ...row,
    searchText: [row.entityRef, title, model, owner]
      .join('\n')
      .toLocaleLowerCase('en-GB'),
    sortName: title.toLocaleLowerCase('en-GB'),
  };
}

/**
 * Keeps the fleet in memory. Before each read it asks the database for the
 * number of the newest change, and for the rows that changed only where that
 * number grew: so replicas agree, whoever wrote.
 */
export class FleetIndex {
  readonly #statuses: StatusStore;
  readonly #rows = new Map<string, FleetRow>();
  #change = 0;
  #catchingUp: Promise<void> | undefined;

  constructor(options: { statuses: StatusStore }) {
    this.#statuses = options.statuses;
  }

  /** All deployments as they are now. */
  async rows(): Promise<IterableIterator<FleetRow>> {
    // A read that comes while another one catches up may have followed a
    // write that the other does not see, so it looks once more.
    while (this.#catchingUp) await this.#catchingUp.catch(() => {});
    this.#catchingUp = this.#catchUp();
    try {
      await this.#catchingUp;
    } finally {
      this.#catchingUp = undefined;
    }
    return this.#rows.values();
  }

  async #catchUp(): Promise<void> {
    const newest = await this.#statuses.newestChange();
    // A database may have been put back to an older state.
    if (newest < this.#change) {
      this.#rows.clear();
      this.#change = 0;
    }
    if (newest === this.#change) return;
    const { changed, removed } = await this.#statuses.changedBetween(
      this.#change,
      newest,
    );
    // What was removed and came back is among the changed ones.
    removed.forEach(ref => this.#rows.delete(ref));
    changed.forEach(row => this.#rows.set(row.entityRef, fleetRow(row)));
    this.#change = newest;
  }
}
