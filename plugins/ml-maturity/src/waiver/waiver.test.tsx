import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeMaturity } from '../__testUtils__/maturity';
import { renderMaturity } from '../__testUtils__/renderMaturity';
import { MaturityContent } from '../tab/MaturityContent';

const TITLE = 'Waiver: The rollout is planned';

async function open(maturity: FakeMaturity, button: string) {
  renderMaturity(<MaturityContent />, {
    query: 'view=checks&check=planned',
    maturity,
  });
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return within(await screen.findByRole('dialog', { name: TITLE }));
}

const closed = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

describe('WaiverDialog', () => {
  it('asks with a reason, is approved, and is revoked', async () => {
    const maturity = new FakeMaturity();
    const dialog = await open(maturity, 'Ask for a waiver');
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Ask for it' }),
    );
    expect(dialog.getByText('Has to be filled in')).toBeVisible();
    expect(maturity.api.putWaiver).not.toHaveBeenCalled();

    await userEvent.type(
      dialog.getByRole('textbox', { name: /Why the check/ }),
      'The vendor rolls out.',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Ask for it' }));
    await closed();
    expect(maturity.waivers).toMatchObject([
      { decision: 'requested', reason: 'The vendor rolls out.' },
    ]);

    await userEvent.click(
      await screen.findByRole('button', { name: 'See the waiver' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    await closed();
    expect(
      await screen.findByRole('button', { name: /^Waived The rollout/ }),
    ).toBeInTheDocument();

    await userEvent.click(
      await screen.findByRole('button', { name: 'See the waiver' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Revoke' }),
    );
    expect(
      await screen.findByRole('button', { name: /^Fails The rollout/ }),
    ).toBeInTheDocument();
  });

  it('shows a request to those who may not decide, and says so', async () => {
    const maturity = new FakeMaturity();
    await maturity.api.putWaiver({
      checkId: 'planned',
      waiver: {
        action: 'request',
        reason: 'The vendor rolls out.',
        expiresAt: new Date(Date.now() + 1e9).toISOString(),
      },
    });
    maturity.capabilities.waive = false;
    const dialog = await open(maturity, 'See the waiver');
    expect(await dialog.findByText('The vendor rolls out.')).toBeVisible();
    expect(dialog.getByText(/no permission to decide/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Approve' })).toBeDisabled();
  });

  it('offers no more days than the portal allows', async () => {
    const maturity = new FakeMaturity();
    maturity.capabilities.waiverDays = 30;
    const dialog = await open(maturity, 'Ask for a waiver');
    expect(await dialog.findByText(/30 days/)).toBeVisible();
  });

  it('keeps what was written where the server refuses, and names the field', async () => {
    const maturity = new FakeMaturity();
    const dialog = await open(maturity, 'Ask for a waiver');
    maturity.api.putWaiver.mockRejectedValueOnce(
      await maturity.refuse(
        400,
        'InputError',
        'expiresAt: expected a time not after 2026-01-01, was "2030"',
      ),
    );
    const reason = await dialog.findByRole('textbox', {
      name: /Why the check/,
    });
    await userEvent.type(reason, 'Later.');
    await userEvent.click(dialog.getByRole('button', { name: 'Ask for it' }));
    expect(
      await dialog.findByText(/expected a time not after 2026-01-01/),
    ).toBeVisible();
    expect(reason).toHaveValue('Later.');
  });
});
