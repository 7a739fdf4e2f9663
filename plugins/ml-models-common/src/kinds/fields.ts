import {
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import { z } from 'zod';

/** The longest Markdown text that one field of a model card may hold, in characters. */
export const MAX_MARKDOWN_LENGTH = 20_000;

/** The longest `metadata.description`, in characters. */
export const MAX_DESCRIPTION_LENGTH = 5_000;

/** The most versions that one entity lists; older ones stay in the registry. */
export const MAX_VERSIONS = 20;

function matchesRef(value: string, options: EntityRefOptions): boolean {
  try {
    const { kind, namespace, name } = parseEntityRef(value, {
      defaultKind: options.defaultKind,
      // The catalog fills in the namespace of the entity that holds the reference.
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    return (
      options.kinds.includes(kind.toLocaleLowerCase('en-US')) &&
      KubernetesValidatorFunctions.isValidNamespace(namespace) &&
      KubernetesValidatorFunctions.isValidObjectName(name)
    );
  } catch {
    return false;
  }
}

const HTTP_URL = 'an http or https URL without user name and password';

function isHttpUrl(value: string): boolean {
  try {
    const { username, password } = new URL(value);
    // Credentials in an entity would be shown to every reader.
    return username === '' && password === '';
  } catch {
    return false;
  }
}

/** A short text on one line. */
export const shortText = (max = 200) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\S(.*\S)?$/, {
      error: 'a text on one line, without space around it',
    });

/** Markdown that is shown sanitised. */
export const markdown = () => z.string().min(1).max(MAX_MARKDOWN_LENGTH);

interface EntityRefOptions {
  /** Kind of a reference that names none; without it a reference must name its kind. */
  defaultKind?: string;
  /** Kinds that it may point to, in lower case. */
  kinds: string[];
}

function orList(words: string[]): string {
  const last = words[words.length - 1];
  const others = words.slice(0, -1).join(', ');
  return others ? `${others} or ${last}` : last;
}

/** An entity reference, `[kind:][namespace/]name`. */
export const entityRef = (example: string, options: EntityRefOptions) =>
  z
    .string()
    .min(1)
    .max(300)
    .refine(value => matchesRef(value, options), {
      error: `a reference to a ${orList(options.kinds)}${
        options.defaultKind ? '' : ', with its kind,'
      } such as "${example}"`,
    });

/** A reference to who answers for an entity. */
export const ownerRef = () =>
  entityRef('group:default/forecasting', {
    defaultKind: 'group',
    kinds: ['group', 'user'],
  });

/** A reference to a system. */
export const systemRef = () =>
  entityRef('system:default/pricing', {
    defaultKind: 'system',
    kinds: ['system'],
  });

/** A reference to a model. */
export const modelRef = () =>
  entityRef('mlmodel:default/churn', {
    defaultKind: 'mlmodel',
    kinds: ['mlmodel'],
  });

/** A reference to a component. */
export const componentRef = () =>
  entityRef('component:default/churn-training', {
    defaultKind: 'component',
    kinds: ['component'],
  });

/** A reference to anything that can be depended on. */
export const dependencyRef = () =>
  entityRef('resource:default/flights', {
    kinds: ['resource', 'component', 'api', 'mlmodel', 'mldeployment'],
  });

/** An absolute http or https address without credentials. */
export const httpUrl = () =>
  z
    .string()
    .max(2_048)
    // The URL parser would drop space and control characters without a word.
    .regex(/^[hH][tT][tT][pP][sS]?:\/\/[^\s]+$/, { error: HTTP_URL })
    .refine(isHttpUrl, { error: HTTP_URL })
    .meta({ format: 'uri' });

/** A moment in UTC, ISO 8601. */
export const timestamp = () =>
  z.iso.datetime({
    error: 'a time in UTC, ISO 8601, such as "2026-03-01T12:00:00Z"',
  });

/** A span of time, ISO 8601. */
export const duration = () =>
  z.iso.duration({ error: 'an ISO 8601 duration such as "PT1H" or "P7D"' });

/** A word of the vocabulary of tasks, runtimes and environments. */
export const keyword = () =>
  z
    .string()
    .min(1)
    .max(63)
    .regex(/^[a-z0-9]+([-_.][a-z0-9]+)*$/, {
      error:
        'lower-case letters and digits, with single hyphens, dots or underscores between them, such as "text-generation"',
    });

/** The name of a model version as its registry tells it. */
export const versionName = () => shortText(63);

/** A share in percent. */
export const percent = () => z.number().min(0).max(100);

/** Name of a figure. */
export const metricName = () => shortText(100);

/** Name of a column. */
export const columnName = () => shortText();

/** A file, folder or glob that a portal reads below a root that it allows. */
export const dataPath = () => z.string().min(1).max(1_024);

/** Values by name, at most so many. */
export const namedValues = <
  K extends z.core.$ZodRecordKey,
  V extends z.ZodType,
>(
  name: K,
  value: V,
  max: number,
) =>
  z
    .record(name, value)
    .superRefine((values, ctx) => {
      const count = Object.keys(values).length;
      if (count <= max) return;
      ctx.addIssue({
        code: 'custom',
        path: [],
        message: `at most ${max} entries`,
        params: { was: `${count}` },
      });
    })
    .meta({ maxProperties: max });
