import {
  RegistryModel,
  RegistryRef,
  RegistryVersion,
} from '@airworthy/plugin-ml-models-common';
import {
  RegistryListing,
  RegistryPage,
  RegistrySource,
} from '@airworthy/plugin-ml-models-node';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { MlflowApi, problemOf } from './api/MlflowApi';
import { quoted } from './api/quote';
import { MlflowModel, MlflowVersion, registeredModel } from './api/schemas';
import { MlflowConfig } from './config';
import {
  MappedVersion,
  MlflowPages,
  toModel,
  toVersion,
  versionRevision,
} from './mapping/toRegistryModel';

// As many as an entity lists.
const MOST_VERSIONS = 20;
const NOT_READY = new Set(['PENDING_REGISTRATION', 'FAILED_REGISTRATION']);
// MLflow keeps prompts of language models among the registered models.
const PROMPT = 'mlflow.prompt.is_prompt';

export interface MlflowSourceOptions {
  registry: RegistryRef;
  title: string;
  api: MlflowApi;
  uiUrl: string;
  filters: MlflowConfig['filters'];
}

/** The registered models of one MLflow server. */
export class MlflowSource implements RegistrySource<MlflowModel> {
  readonly registry: RegistryRef;
  readonly title: string;
  readonly address: string;
  readonly #api: MlflowApi;
  readonly #pages: MlflowPages;
  readonly #filters: NonNullable<MlflowConfig['filters']>;

  constructor(options: MlflowSourceOptions) {
    this.registry = options.registry;
    this.title = options.title;
    this.address = options.uiUrl;
    this.#api = options.api;
    this.#pages = new MlflowPages(options.uiUrl);
    this.#filters = options.filters ?? {};
  }

  async *list(signal: AbortSignal): AsyncGenerator<RegistryPage<MlflowModel>> {
    const { search } = this.#filters;
    const pages = this.#api.models(
      { order: 'name ASC', filter: search },
      signal,
    );
    for await (const items of pages) yield this.#page(items);
  }

  async *listChanged(
    since: number,
    signal: AbortSignal,
  ): AsyncGenerator<RegistryPage<MlflowModel>> {
    const { search } = this.#filters;
    const pages = this.#api.models(
      { order: 'last_updated_timestamp DESC', filter: search },
      signal,
    );
    for await (const items of pages) {
      const { models, ...rest } = this.#page(items);
      const changed = models.filter(
        model => (model.updatedAt ?? since) >= since,
      );
      yield { models: changed, ...rest };
      if (changed.length < models.length) break;
    }
    yield* this.#withChangedVersions(since, signal);
  }

  async read(
    { summary: model }: RegistryListing<MlflowModel>,
    previous: RegistryModel | undefined,
    signal: AbortSignal,
  ): Promise<RegistryModel | undefined> {
    const versions = await this.#versions(model, signal);
    // MLflow finds no versions of a model that it does not know either.
    const isDoubtful = !versions.length && model.latest_versions.length > 0;
    if (isDoubtful && !(await this.#api.model(model.name, signal))) {
      return undefined;
    }
    const known = new Map(previous?.versions?.map(v => [v.version, v]));
    const mapped = await Promise.all(
      versions.map(version =>
        this.#read(version, model, known.get(version.version), signal),
      ),
    );
    return toModel(model, mapped, {
      registry: this.registry,
      pages: this.#pages,
      previous,
    });
  }

  async isGone(id: string, signal: AbortSignal): Promise<boolean> {
    return !(await this.#find(id, signal));
  }

  /** A model by its name, where the filters let it through. */
  async #find(
    name: string,
    signal: AbortSignal,
  ): Promise<MlflowModel | undefined> {
    const { search } = this.#filters;
    const inQuotes = quoted(name);
    if (!search || !inQuotes) {
      const model = await this.#api.model(name, signal);
      return model && this.#isWanted(model) ? model : undefined;
    }
    const pages = this.#api.models(
      { order: 'name ASC', filter: `name = ${inQuotes} AND ${search}` },
      signal,
    );
    for await (const items of pages) {
      const found = this.#page(items).models.find(({ id }) => id === name);
      if (found) return found.summary;
    }
    return undefined;
  }

  #page(items: unknown[]): RegistryPage<MlflowModel> {
    const page = { models: [], unreadable: [] } as Required<
      RegistryPage<MlflowModel>
    >;
    for (const item of items) {
      const result = registeredModel.safeParse(item);
      if (!result.success) {
        const name = (item as { name?: unknown } | null)?.name;
        page.unreadable.push({
          id: typeof name === 'string' && name ? name : undefined,
          reason: `${this.title}: ${problemOf(result.error)}`,
        });
      } else if (this.#isWanted(result.data)) {
        page.models.push(this.#listing(result.data));
      }
    }
    return page;
  }

  #listing(model: MlflowModel): RegistryListing<MlflowModel> {
    return {
      id: model.name,
      // Aliases and tags do not touch MLflow's own time of change.
      revision: JSON.stringify(model),
      updatedAt: model.last_updated_timestamp ?? undefined,
      summary: model,
    };
  }

  #isWanted(model: MlflowModel): boolean {
    const tags = Object.fromEntries(
      model.tags.map(({ key, value }) => [key, value ?? '']),
    );
    if (tags[PROMPT] === 'true') return false;
    const { match } = this.#filters;
    if (!match) return true;
    return evaluateFilterPredicate(match, {
      name: model.name,
      description: model.description ?? undefined,
      tags,
      tagNames: Object.keys(tags),
      aliases: model.aliases.map(({ alias }) => alias),
    });
  }

  /** Models of which a version changed, which MLflow need not show on the model. */
  async *#withChangedVersions(
    since: number,
    signal: AbortSignal,
  ): AsyncGenerator<RegistryPage<MlflowModel>> {
    const seen = new Set<string>();
    for await (const versions of this.#api.changedVersions(signal)) {
      const changed = versions.filter(
        version => (version.last_updated_timestamp ?? 0) > since,
      );
      for (const { name, last_updated_timestamp: updatedAt } of changed) {
        if (seen.has(name)) continue;
        seen.add(name);
        const model = await this.#find(name, signal);
        if (!model) continue;
        const listing = this.#listing(model);
        const newest = Math.max(updatedAt ?? 0, listing.updatedAt ?? 0);
        yield { models: [{ ...listing, updatedAt: newest, changed: true }] };
      }
      if (changed.length < versions.length) return;
    }
  }

  /** The newest versions, and older ones that an alias points to. */
  async #versions(
    model: MlflowModel,
    signal: AbortSignal,
  ): Promise<MlflowVersion[]> {
    const newest = await this.#api.newestVersions(model, MOST_VERSIONS, signal);
    const there = new Set(newest.map(v => v.version));
    const pointedTo = [...new Set(model.aliases.map(({ version }) => version))]
      .filter(version => !there.has(version))
      .slice(0, MOST_VERSIONS);
    const older = await Promise.all(
      pointedTo.map(v => this.#api.version(model.name, v, signal)),
    );
    return [...newest, ...older.flatMap(v => v ?? [])].filter(
      ({ status }) => !NOT_READY.has(status ?? ''),
    );
  }

  async #read(
    version: MlflowVersion,
    model: MlflowModel,
    known: RegistryVersion | undefined,
    signal: AbortSignal,
  ): Promise<MappedVersion> {
    const aliases = model.aliases
      .filter(alias => alias.version === version.version)
      .map(({ alias }) => alias);
    // A version's run does not change once it is registered.
    if (known?.revision && known.revision === versionRevision(version)) {
      const { version: told } = toVersion({ version }, aliases, this.#pages);
      const { run, metrics, parameters, signature, datasets } = known;
      return {
        version: { ...told, run, metrics, parameters, signature, datasets },
      };
    }
    const [run, logged] = await Promise.all([
      version.run_id ? this.#api.run(version.run_id, signal) : undefined,
      loggedModelId(version) &&
        this.#api.loggedModel(loggedModelId(version)!, signal),
    ]);
    return toVersion(
      { version, run, logged: logged || undefined },
      aliases,
      this.#pages,
    );
  }
}

/** Id of the logged model of MLflow 3, as the version says or as its source does. */
function loggedModelId({ model_id: id, source }: MlflowVersion) {
  return id || /^models:\/(m-[0-9a-f]+)$/.exec(source ?? '')?.[1];
}
