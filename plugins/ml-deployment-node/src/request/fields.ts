import { z } from 'zod';
import { parseQuantity } from './quantity';

/** A name that may be part of a host, RFC 1123. */
export const dnsLabel = () =>
  z
    .string()
    .max(63)
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, {
      error: 'lower-case letters, digits and hyphens, with none at the ends',
    });

/** A name that Services and InferenceServices may have too, RFC 1035. */
export const objectName = () =>
  z
    .string()
    .max(63)
    .regex(/^[a-z]([-a-z0-9]*[a-z0-9])?$/, {
      error:
        'lower-case letters, digits and hyphens, with a letter first and no hyphen last',
    });

export const hostname = () =>
  z
    .string()
    .max(253)
    .regex(
      /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
      { error: 'a host name in lower case' },
    );

/** The value of a label, as Kubernetes takes it. */
export const labelValue = () =>
  z
    .string()
    .max(63)
    .regex(/^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/, {
      error: 'letters, digits, hyphens, dots and underscores',
    });

/** The key of a label or annotation, with or without a prefix. */
export const qualifiedKey = () =>
  z
    .string()
    .max(317)
    .regex(
      /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
      { error: 'a key such as `example.com/team`' },
    );

export const quantity = () =>
  z
    .string()
    .max(32)
    .refine(text => parseQuantity(text) !== undefined, {
      error: 'a quantity such as `500m` or `2Gi`',
    });

export const oneLine = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\S(.*\S)?$/, {
      error: 'a text on one line, without space around it',
    });

/** What Prometheus answers at. */
export const httpAddress = () =>
  z
    .string()
    .max(2_048)
    .refine(
      text => {
        if (!URL.canParse(text)) return false;
        const { protocol, username, password } = new URL(text);
        return /^https?:$/.test(protocol) && !username && !password;
      },
      { error: 'an http or https address without a user or password' },
    );
