import { KubernetesObject } from '../manifests/types';
import { renderManifests } from '../render/renderManifests';
import { RenderRequest } from '../request/requestSchema';
import { Pair } from './promotions';
import { requestFor } from './requests';

/** All documents of a pair. */
export function renderedDocuments(
  [strategy, target]: Pair,
  more: Partial<RenderRequest> = {},
): KubernetesObject[] {
  return renderManifests(requestFor(strategy, target, more)).files.flatMap(
    file => file.documents,
  );
}

/** The first document of a kind. */
export function renderedDocument(
  pair: Pair,
  kind: string,
  more?: Partial<RenderRequest>,
): KubernetesObject {
  const found = renderedDocuments(pair, more).find(d => d.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}
