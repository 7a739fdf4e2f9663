import { RegistryModel } from '@airworthy/plugin-ml-models-common';
import {
  RegistryListing,
  RegistryPage,
  RegistrySource,
} from '../RegistrySource';

const registry = { type: 'mlflow', instance: 'production' };

/** A registry in memory whose models a test changes as it likes. */
export class FakeRegistry implements RegistrySource<RegistryModel> {
  readonly registry = registry;
  readonly title = 'MLflow "production"';
  readonly address = 'https://mlflow.example.com';
  readonly models = new Map<string, RegistryModel>();
  readonly reads: string[] = [];
  pageSize = 2;
  /** Called before each page. */
  onPage: (index: number) => void | Promise<void> = () => {};
  /** Called before each model is read in full. */
  onRead: (id: string) => void | Promise<void> = () => {};
  unreadable: RegistryPage['unreadable'] = [];

  put(id: string, fields: Partial<RegistryModel> = {}): void {
    this.models.set(id, {
      registry,
      id,
      name: id,
      updatedAt: '2026-01-01T00:00:00.000Z',
      ...fields,
    });
  }

  #listing(model: RegistryModel): RegistryListing<RegistryModel> {
    return {
      id: model.id,
      revision: JSON.stringify(model).slice(0, 2_000),
      updatedAt: Date.parse(model.updatedAt!),
      summary: model,
    };
  }

  async *list() {
    const ids = [...this.models.keys()];
    yield { models: [], unreadable: this.unreadable };
    for (let start = 0; start < ids.length; start += this.pageSize) {
      await this.onPage(start / this.pageSize);
      const models = ids
        .slice(start, start + this.pageSize)
        .flatMap(id => this.models.get(id) ?? [])
        .map(model => this.#listing(model));
      yield { models };
    }
  }

  async *listChanged(since: number) {
    const models = [...this.models.values()]
      .filter(model => Date.parse(model.updatedAt!) >= since)
      .map(model => this.#listing(model));
    yield { models };
  }

  async read(listing: RegistryListing<RegistryModel>) {
    await this.onRead(listing.id);
    this.reads.push(listing.id);
    return this.models.get(listing.id);
  }

  async isGone(id: string) {
    return !this.models.has(id);
  }
}
