import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import {
  FormField,
  Stepper,
  StepperProps,
} from '@backstage/plugin-scaffolder-react/alpha';
import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

// A whole form takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(90_000);

// The form scrolls to its top at each step, which jsdom cannot do.
beforeEach(() => {
  jest.spyOn(window, 'scrollTo').mockImplementation(() => {});
  // Nor can it tell that a list was scrolled to its end.
  window.IntersectionObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as unknown as typeof IntersectionObserver;
});

type Values = NonNullable<StepperProps['initialState']>;

interface Options {
  /** What the template says of the field besides its `ui:field`. */
  schema?: Record<string, unknown>;
  /** What a link fills the form with. */
  formData?: Values;
  entities?: Entity[];
  catalog?: typeof catalogApiRef.T;
}

/** Shows a field as the only parameter, `value`, of a template. */
export function renderField(field: FormField, options: Options = {}) {
  const extension = field as unknown as FieldExtensionOptions<any, any>;
  const onCreate = jest.fn(async (_: Values) => {});
  renderInTestApp(
    <Stepper
      manifest={{
        title: 'Template',
        steps: [
          {
            title: 'Parameters',
            schema: {
              type: 'object',
              required: ['value'],
              properties: {
                value: {
                  'ui:field': extension.name,
                  ...(options.schema as Values),
                },
              },
            },
          },
        ],
      }}
      extensions={[extension]}
      initialState={options.formData}
      onCreate={onCreate}
    />,
    {
      apis: [
        [
          catalogApiRef,
          options.catalog ??
            catalogApiMock({ entities: options.entities ?? [] }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return {
    /** Goes to the review; stays in the form where something is wrong. */
    review: async () =>
      userEvent.click(await screen.findByRole('button', { name: 'Review' })),
    /** What the template would run with. */
    submit: async () => {
      await userEvent.click(
        await screen.findByRole('button', { name: 'Review' }),
      );
      await userEvent.click(
        await screen.findByRole('button', { name: 'Create' }),
      );
      return onCreate.mock.calls[0][0];
    },
  };
}
