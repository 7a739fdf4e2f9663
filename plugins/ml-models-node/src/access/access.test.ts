import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { EntityAccess } from './EntityAccess';
import { Visibility } from './Visibility';

const attest = createPermission({
  name: 'example.attest',
  attributes: { action: 'update' },
  resourceType: 'catalog-entity',
});

const modelOf = (name: string) => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name, namespace: 'default' },
  spec: {},
  relations: [{ type: RELATION_OWNED_BY, targetRef: 'group:default/team' }],
});

const ada = mockCredentials.user('user:default/ada');
const conditional = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: {},
  },
} as any;

function createVisibility(decision: object) {
  const permissions = mockServices.permissions.mock();
  permissions.authorizeConditional.mockResolvedValue([decision as any]);
  const catalog = catalogServiceMock({
    entities: [modelOf('a'), modelOf('b')],
  });
  const stream = jest.spyOn(catalog, 'streamEntities');
  stream.mockImplementation(async function* mine() {
    yield [modelOf('a')];
  });
  const auth = mockServices.auth();
  return {
    stream,
    visibility: new Visibility({
      permissions,
      catalog,
      auth,
      query: () => ({ kind: 'MlModel' }),
    }),
  };
}

describe('Visibility', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [AuthorizeResult.ALLOW, true],
    [AuthorizeResult.DENY, false],
  ])(
    'asks the catalog nothing where the policy says %s',
    async (result, seen) => {
      const { visibility, stream } = createVisibility({ result });
      const isVisible = await visibility.of(ada);
      expect(isVisible('mlmodel:default/a')).toBe(seen);
      expect(stream).not.toHaveBeenCalled();
    },
  );

  it('lets the catalog apply conditions with the credentials of the caller, and keeps the answer for a while', async () => {
    const { visibility, stream } = createVisibility(conditional);
    const isVisible = await visibility.of(ada);
    expect(isVisible('mlmodel:default/a')).toBe(true);
    expect(isVisible('mlmodel:default/b')).toBe(false);
    await visibility.of(ada);
    expect(stream).toHaveBeenCalledTimes(1);
    expect(
      (stream.mock.calls[0][1] as { credentials: unknown }).credentials,
    ).toBe(ada);

    const grace = mockCredentials.user('user:default/grace');
    await visibility.of(grace);
    expect(stream).toHaveBeenCalledTimes(2);

    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    await visibility.of(ada);
    expect(stream).toHaveBeenCalledTimes(3);
  });

  it('keeps no failure, and shares nothing between services', async () => {
    const { visibility, stream } = createVisibility(conditional);
    stream.mockImplementationOnce(async function* broken() {
      throw new Error('the catalog is down');
    });
    await expect(visibility.of(ada)).rejects.toThrow('the catalog is down');
    await visibility.of(ada);
    const service = mockCredentials.service();
    await visibility.of(service);
    await visibility.of(service);
    expect(stream).toHaveBeenCalledTimes(4);
  });
});

describe('EntityAccess', () => {
  function create(result: AuthorizeResult, ownershipEntityRefs: string[]) {
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockResolvedValue([{ result } as any]);
    return new EntityAccess({
      permissions,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [modelOf('a')] }),
      userInfo: mockServices.userInfo({ ownershipEntityRefs }),
    });
  }

  it('lets owners in, through a group and in any case', async () => {
    const access = create(AuthorizeResult.ALLOW, ['Group:default/Team']);
    await expect(
      access.requireOwner(ada, modelOf('a')),
    ).resolves.toBeUndefined();
    await expect(
      create(AuthorizeResult.ALLOW, ['user:default/ada']).requireOwner(
        ada,
        modelOf('a'),
      ),
    ).rejects.toThrow(
      'Only an owner of mlmodel:default/a may do this; it is owned by group:default/team',
    );
  });

  it('refuses without the permission, and finds nothing that is hidden', async () => {
    const access = create(AuthorizeResult.DENY, []);
    await expect(
      access.requireOn(ada, attest, 'mlmodel:default/a'),
    ).rejects.toThrow('Not allowed: example.attest on mlmodel:default/a');
    await expect(
      access.readable(ada, 'mlmodel:default/hidden'),
    ).rejects.toThrow('There is no entity mlmodel:default/hidden');
  });

  it('takes a service for no owner, whoever it speaks for', async () => {
    const access = create(AuthorizeResult.ALLOW, ['group:default/team']);
    await expect(access.isOwner(ada, modelOf('a'))).resolves.toBe(true);
    await expect(
      access.isOwner(mockCredentials.service(), modelOf('a')),
    ).resolves.toBe(false);
  });
});
