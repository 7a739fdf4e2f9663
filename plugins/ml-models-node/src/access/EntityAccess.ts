import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  BasicPermission,
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { relationTargets } from '../catalog/relations';

/** What a caller may see and do. @public */
export class EntityAccess {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;
  readonly #auth: AuthService;

  constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    userInfo: UserInfoService;
    auth: AuthService;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
    this.#auth = options.auth;
  }

  /** Whether the caller has a permission. */
  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** Whether the caller has a permission on an entity. */
  async mayOn(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** Throws a `NotAllowedError` where the caller lacks a permission. */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.may(credentials, permission))) {
      throw new NotAllowedError(`Not allowed: ${permission.name}`);
    }
  }

  /** Throws a `NotAllowedError` where the caller lacks a permission on an entity. */
  async requireOn(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<void> {
    if (!(await this.mayOn(credentials, permission, entityRef))) {
      throw new NotAllowedError(
        `Not allowed: ${permission.name} on ${entityRef}`,
      );
    }
  }

  /** The entity as the caller may read it; one that is hidden is not found. */
  async readable(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) throw new NotFoundError(`There is no entity ${entityRef}`);
    return entity;
  }

  /** Whether the caller is an owner of the entity, alone or through a group. */
  async isOwner(
    credentials: BackstageCredentials,
    entity: Entity,
  ): Promise<boolean> {
    if (!this.#auth.isPrincipal(credentials, 'user')) return false;
    const owners = relationTargets(entity, RELATION_OWNED_BY);
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    const mine = new Set(
      ownershipEntityRefs.map(ref =>
        stringifyEntityRef(parseEntityRef(ref)).toLocaleLowerCase('en-US'),
      ),
    );
    return owners.some(owner => mine.has(owner));
  }

  /** Throws a `NotAllowedError` unless the caller is an owner of the entity. */
  async requireOwner(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    entity: Entity,
  ): Promise<void> {
    if (await this.isOwner(credentials, entity)) return;
    const owners = relationTargets(entity, RELATION_OWNED_BY);
    throw new NotAllowedError(
      `Only an owner of ${stringifyEntityRef(
        entity,
      )} may do this; it is owned by ${owners.join(', ') || 'nobody'}`,
    );
  }
}
