import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityPresentationApi } from '@backstage/plugin-catalog-react';
import { render } from '@testing-library/react';
import { entityPresentationApi } from './module';

describe('entityPresentationApi', () => {
  const { factory } = createExtensionTester(entityPresentationApi).get(
    ApiBlueprint.dataRefs.factory,
  );
  const api = factory({ catalogApi: {} }) as EntityPresentationApi;
  const iconOf = (kind: string) => {
    const { Icon } = api.forEntity({
      apiVersion: 'v1',
      kind,
      metadata: { name: 'a' },
    }).snapshot;
    if (!Icon) return undefined;
    return render(<Icon fontSize="inherit" />).container.querySelector('svg');
  };

  it('has an icon for models and for deployments, sized like the others', () => {
    const [model, deployment] = [iconOf('MlModel'), iconOf('MlDeployment')];
    expect(model).toBeInTheDocument();
    expect(model).toHaveClass('MuiSvgIcon-fontSizeInherit');
    expect(deployment).toBeInTheDocument();
    expect(deployment?.innerHTML).not.toBe(model?.innerHTML);
  });

  it("keeps the catalog's own icons, and invents none", () => {
    expect(iconOf('Component')).toBeInTheDocument();
    expect(iconOf('Unheard')).toBeUndefined();
  });
});
