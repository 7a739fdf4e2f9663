import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who did something, as a link. */
export const Person = ({ entityRef }: { entityRef: string }) => (
  <EntityRefLink entityRef={entityRef} defaultKind="user" hideIcon />
);
