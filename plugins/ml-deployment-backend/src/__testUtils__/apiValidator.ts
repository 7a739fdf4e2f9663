import { JsonObject } from '@backstage/types';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readOpenApi } from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';

const escape = (text: string) =>
  encodeURIComponent(text.replace(/~/g, '~0').replace(/\//g, '~1'));

/** Tells what in an answer differs from the package's description of the API. */
export class ApiValidator {
  readonly #ajv: Ajv;
  readonly #templates: { template: string; pattern: RegExp }[];

  private constructor(ajv: Ajv, paths: string[]) {
    this.#ajv = ajv;
    this.#templates = paths.map(template => ({
      template,
      pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`),
    }));
  }

  static async create(): Promise<ApiValidator> {
    const document = await readOpenApi(PACKAGE_NAME);
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema(document, 'api');
    return new ApiValidator(ajv, Object.keys(document.paths as JsonObject));
  }

  problemsOf(answer: {
    method: string;
    url: string;
    status: number;
    body: unknown;
  }): string[] {
    const [path] = answer.url.split('?');
    const found = this.#templates
      .filter(({ pattern }) => pattern.test(path))
      .sort(
        (a, b) => a.template.split('{').length - b.template.split('{').length,
      )[0];
    if (!found) return [`${path} is not described`];
    const pointer = ['paths', found.template, answer.method, 'responses']
      .concat(String(answer.status))
      .map(escape)
      .join('/');
    const response = `api#/${pointer}`;
    if (answer.status >= 400 || answer.status === 204) {
      return this.#ajv.getSchema(response) ? [] : [`${response} is missing`];
    }
    const validate = this.#ajv.getSchema(
      `${response}/content/${escape('application/json')}/schema`,
    );
    if (!validate) return [`${response} is missing`];
    validate(answer.body);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${path}${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  }
}
