import { until } from './until.mjs';

/** The examples are in the catalog, as they are a moment after a start, and the guest is in their groups. */
export async function examplesAreRead({ request, query }) {
  await until('the examples', async () => {
    const { totalItems } = await query({ filter: 'kind=mldeployment' });
    return totalItems >= 18;
  });
  await until('the groups of the guest', async () => {
    const { relations = [] } = await request(
      'catalog/entities/by-name/user/default/guest',
    ).catch(() => ({}));
    return relations.length >= 2;
  });
}
