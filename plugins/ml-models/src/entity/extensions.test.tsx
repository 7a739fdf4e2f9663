/* eslint-disable no-script-url -- what must not become a link */
import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { configure, screen } from '@testing-library/react';
import { entityExtensions } from './extensions';
import { churnProduction } from './__testUtils__/entities';

// Each card is loaded on demand, and the first time is compiled as well.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 15_000 });

const resource = (type: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'scales',
    namespace: 'default',
    links: [
      { url: 'https://models.example/scales', title: 'Artifact Location' },
      { url: 'javascript:alert(1)', title: 'License' },
    ],
  },
  spec: { type, owner: 'ramp', framework: 'onnx' },
  relations: [
    { type: 'dependencyOf', targetRef: 'component:default/scales-server' },
  ],
});

const server: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'scales-server', namespace: 'default' },
  spec: { type: 'model-server', lifecycle: 'production', owner: 'ramp' },
};

const renderPage = (entity: Entity) =>
  renderTestApp({
    extensions: [createTestEntityPage({ entity }), ...entityExtensions],
    apis: [[catalogApiRef, catalogApiMock({ entities: [server] })]],
  });

describe('entity extensions', () => {
  it('give an ai-model Resource the cards of a model, with the fields that it has', async () => {
    renderPage(resource('ai-model'));
    expect(await screen.findByText('Model facts')).toBeVisible();
    expect(screen.getByText('onnx')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Artefact' })).toHaveAttribute(
      'href',
      'https://models.example/scales',
    );
    expect(screen.queryByRole('link', { name: 'Licence text' })).toBeNull();
    expect(await screen.findByText('At a glance')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'scales-server' }),
    ).toBeVisible();
    expect(screen.queryByText('ai-model')).not.toBeInTheDocument();
  });

  it('give a deployment its own cards', async () => {
    renderPage(churnProduction);
    for (const title of [
      'Serving',
      'Deployment strategy',
      'Declared monitoring',
      'Deployment facts',
    ]) {
      expect(await screen.findByText(title)).toBeVisible();
    }
    expect(screen.queryByText('Model facts')).not.toBeInTheDocument();
  });
});
