import { RiBrainLine, RiRocketLine } from '@remixicon/react';
import { SearchResult } from '@backstage/plugin-search-common';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';

// The collator writes the kind as the entity does; a portal's own transformer
// may not.
const isOfKind = (kind: string) => (result: SearchResult) =>
  result.type === 'software-catalog' &&
  String((result.document as { kind?: unknown }).kind).toLocaleLowerCase(
    'en-US',
  ) === kind;

const loadItem = () =>
  import('./MlSearchResultListItem').then(m => m.MlSearchResultListItem);

const modelResult = SearchResultListItemBlueprint.make({
  name: 'model',
  params: {
    icon: <RiBrainLine size={20} />,
    predicate: isOfKind('mlmodel'),
    component: loadItem,
  },
});

const deploymentResult = SearchResultListItemBlueprint.make({
  name: 'deployment',
  params: {
    icon: <RiRocketLine size={20} />,
    predicate: isOfKind('mldeployment'),
    component: loadItem,
  },
});

export const searchExtensions = [modelResult, deploymentResult];
