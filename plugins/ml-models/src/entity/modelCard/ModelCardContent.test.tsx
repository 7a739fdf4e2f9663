import { screen, within } from '@testing-library/react';
import { churn } from '../__testUtils__/entities';
import { renderEntity } from '../__testUtils__/renderEntity';
import { ModelCardContent } from './ModelCardContent';

const withCard = (modelCard: Record<string, string>) => ({
  ...churn,
  spec: { ...churn.spec, modelCard },
});

describe('ModelCardContent', () => {
  it('shows what is written and names what is missing', async () => {
    renderEntity(<ModelCardContent />, churn);
    const written = await screen.findByRole('region', { name: 'Intended use' });
    expect(
      await within(written).findByText('Finds customers who may leave.'),
    ).toBeVisible();
    expect(screen.getByText('1 of 7 sections are written')).toBeVisible();
    expect(screen.getAllByText('Not written yet.')).toHaveLength(6);
    expect(
      screen.getByText(
        /Missing: out-of-scope use, limitations, ethical considerations, training data, evaluation data, caveats/,
      ),
    ).toBeVisible();
  });

  it('says so where there is no card at all', async () => {
    renderEntity(<ModelCardContent />, withCard({}));
    expect(
      await screen.findByText('This model has no model card yet'),
    ).toBeVisible();
  });

  it('lets nothing in a card run, load or lead astray', async () => {
    const { baseElement } = renderEntity(
      <ModelCardContent />,
      withCard({
        intendedUse: [
          '[markdown](javascript:alert(1)) <a href="javascript:alert(2)">html</a>',
          '[data](data:text/html,x) [safe](https://papers.example/churn)',
          '<script>window.hacked = true</script>',
          '<img src="x" onerror="window.hacked = true"> ![seen](https://spy.example/pixel.png)',
          '<iframe src="https://evil.example"></iframe><style>body{display:none}</style>',
        ].join('\n\n'),
      }),
    );
    expect(await screen.findByRole('link', { name: /safe/ })).toHaveAttribute(
      'href',
      'https://papers.example/churn',
    );
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.getByText(/markdown/)).toBeVisible();
    expect(
      baseElement.querySelector('main script, iframe, [onerror]'),
    ).toBeNull();
    expect(baseElement.innerHTML).not.toMatch(/spy\.example|javascript:/);
    expect(window).not.toHaveProperty('hacked');
  });
});
