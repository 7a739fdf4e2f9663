import { readFile } from 'node:fs/promises';
import {
  UrlReaderService,
  resolvePackagePath,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { NotModifiedError, toError } from '@backstage/errors';
import {
  FactVocabulary,
  RUBRIC_LIMITS,
  Rubric,
  RubricProblem,
  RubricResult,
  extendRubric,
  parseRubric,
  validateRubric,
} from '@airworthy/plugin-ml-maturity-common';
import { RubricConfig } from '../config';

const DEFAULT_PREFIX = 'default:';

/** A rubric as its source has it now. */
export type LoadedRubric =
  | { state: 'unchanged' }
  | { state: 'good'; rubric: Rubric; source: string; etag?: string }
  | { state: 'bad'; problems: RubricProblem[]; source: string };

/** Reads rubrics from where app-config says that they are. */
export class RubricLoader {
  readonly #reader: UrlReaderService;
  readonly #vocabulary: FactVocabulary;

  constructor(options: {
    reader: UrlReaderService;
    vocabulary: FactVocabulary;
  }) {
    this.#reader = options.reader;
    this.#vocabulary = options.vocabulary;
  }

  /** Reads one rubric. It never throws: a source that cannot be read is a problem of the rubric. */
  async load(config: RubricConfig, etag?: string): Promise<LoadedRubric> {
    const source = config.source ?? 'app-config';
    const bad = (message: string): LoadedRubric => ({
      state: 'bad',
      source,
      problems: [{ file: source, field: '(document)', message }],
    });
    try {
      const read = await this.#read(config, source, etag);
      const result = this.#extended(config, read.result);
      if (!result.ok)
        return { state: 'bad', problems: result.problems, source };
      if (result.rubric.metadata.id !== config.id) {
        return bad(
          `metadata.id: expected "${config.id}" as in mlMaturity.rubrics, was "${result.rubric.metadata.id}"`,
        );
      }
      return { state: 'good', rubric: result.rubric, source, etag: read.etag };
    } catch (error) {
      if (toError(error).name === NotModifiedError.name) {
        return { state: 'unchanged' };
      }
      return bad(`could not be read: ${toError(error).message}`);
    }
  }

  async #read(
    config: RubricConfig,
    source: string,
    etag: string | undefined,
  ): Promise<{ result: RubricResult; etag?: string }> {
    const options = { vocabulary: this.#vocabulary, file: source };
    if (config.document !== undefined) {
      return { result: validateRubric(config.document, options) };
    }
    if (source.startsWith(DEFAULT_PREFIX)) {
      return { result: parseRubric(await readDefault(source), options) };
    }
    const answer = await this.#reader.readUrl(source, { etag });
    const buffer = await answer.buffer();
    if (buffer.length > RUBRIC_LIMITS.text * 4) {
      throw new Error(`it has ${buffer.length} bytes, more than a rubric may`);
    }
    return {
      result: parseRubric(buffer.toString('utf8'), options),
      etag: answer.etag,
    };
  }

  #extended(config: RubricConfig, result: RubricResult): RubricResult {
    if (!result.ok || config.extend === undefined) return result;
    return extendRubric(result.rubric, config.extend, {
      vocabulary: this.#vocabulary,
      file: `app-config mlMaturity.rubrics.${config.id}.extend`,
    });
  }
}

async function readDefault(source: string): Promise<string> {
  const folder = resolvePackagePath(
    '@airworthy/plugin-ml-maturity-backend',
    'config',
    'rubrics',
  );
  const name = `${source.slice(DEFAULT_PREFIX.length)}.yaml`;
  return readFile(resolveSafeChildPath(folder, name), 'utf8');
}
