/**
 * Why a registry could not be read. Only `not-found`, `invalid-data` and
 * `too-large` may be about one model; the others are about the registry.
 *
 * @public
 */
export type RegistryErrorKind =
  | 'unreachable'
  | 'timeout'
  | 'unauthorised'
  | 'refused'
  | 'too-many-requests'
  | 'not-found'
  | 'invalid-data'
  | 'too-large';

/** That a registry could not be read, in words for people and without secrets. @public */
export class RegistryError extends Error {
  readonly kind: RegistryErrorKind;
  /** The registry's own code, such as `RESOURCE_DOES_NOT_EXIST`. */
  readonly code?: string;

  constructor(kind: RegistryErrorKind, message: string, code?: string) {
    super(message);
    this.name = 'RegistryError';
    this.kind = kind;
    this.code = code;
  }
}
