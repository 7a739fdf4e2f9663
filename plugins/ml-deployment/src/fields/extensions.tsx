import { ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** The form fields of the templates. */
export const fieldExtensions: ExtensionDefinition[] = [];
