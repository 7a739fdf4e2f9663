import {
  AppNode,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import { MlColumn, MlColumnComponents, MlColumnParams } from './types';

/** Extension data: a contributed column. @public */
export const mlColumnDataRef = createExtensionDataRef<MlColumn>().with({
  id: 'airworthy.ml-column',
});

/** Makes a column of an extension's parameters and the title that the app's configuration may give it. */
export function createMlColumn(
  params: MlColumnParams,
  node: AppNode,
  title: string = params.title,
): MlColumn {
  let loading: Promise<MlColumnComponents> | undefined;
  return {
    id: node.spec.id,
    title,
    fields: params.fields ?? [],
    node,
    load: () => {
      loading ??= params.loader().catch(error => {
        // A later attempt may reach what this one did not.
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
}
