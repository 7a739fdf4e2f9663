import { RenderRequest } from '../request/requestSchema';
import { headerMatchOf } from './assignment';
import { backendOf } from './routes';
import { mirrorPercentOf, shareOf } from './shares';

/** The rules of an HTTPRoute that bring two variants to users. */
export function variantRulesOf(
  request: RenderRequest,
  services: { stable: string; candidate: string; port: number },
) {
  const { stable, candidate, port } = services;
  switch (request.strategy) {
    case 'shadow': {
      const percent = mirrorPercentOf(request);
      return [
        {
          filters: [
            {
              type: 'RequestMirror' as const,
              requestMirror: {
                backendRef: backendOf(candidate, port),
                // Absent means all, and gateways before 1.3 know no share.
                ...(percent < 100 ? { percent } : {}),
              },
            },
          ],
          backendRefs: [backendOf(stable, port)],
        },
      ];
    }
    case 'ab-test': {
      const { name, kind, value } = headerMatchOf(request);
      return [
        {
          matches: [
            {
              headers: [
                {
                  type:
                    kind === 'exact'
                      ? ('Exact' as const)
                      : ('RegularExpression' as const),
                  name,
                  value,
                },
              ],
            },
          ],
          backendRefs: [backendOf(candidate, port)],
        },
        { backendRefs: [backendOf(stable, port)] },
      ];
    }
    default: {
      const share = shareOf(request);
      return [
        {
          backendRefs: [
            backendOf(stable, port, 100 - share),
            backendOf(candidate, port, share),
          ],
        },
      ];
    }
  }
}
