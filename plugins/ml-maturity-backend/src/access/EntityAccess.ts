import {
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
import { relationTargets } from '../collectors/lib/relations';

/** What a caller may see and do. */
export class EntityAccess {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    userInfo: UserInfoService;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
  }

  /** Throws a `NotAllowedError` where the caller lacks a permission. */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Not allowed: ${permission.name}`);
    }
  }

  /** Throws a `NotAllowedError` where the caller lacks a permission on an entity. */
  async requireOn(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
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

  /** Throws a `NotAllowedError` unless the caller is an owner of the entity, alone or through a group. */
  async requireOwner(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    entity: Entity,
  ): Promise<void> {
    const owners = relationTargets(entity, RELATION_OWNED_BY);
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    const mine = new Set(
      ownershipEntityRefs.map(ref =>
        stringifyEntityRef(parseEntityRef(ref)).toLocaleLowerCase('en-US'),
      ),
    );
    if (!owners.some(owner => mine.has(owner))) {
      throw new NotAllowedError(
        `Only an owner of ${stringifyEntityRef(
          entity,
        )} may do this; it is owned by ${owners.join(', ') || 'nobody'}`,
      );
    }
  }
}
