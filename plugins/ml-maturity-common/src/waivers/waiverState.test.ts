import { NOW, waiverOf } from '../testing/fixtures';
import { Waiver } from './types';
import { waiverRequestSchema } from './waiverInput';
import { decideWaiver, waiverState } from './waiverState';

function waiver(fields: Partial<Waiver>): Waiver {
  return waiverOf('check', fields).check;
}

const options = { now: NOW, selfApproval: false };
const by = 'user:default/grace';

describe('waivers', () => {
  it('runs out whether it was approved or not', () => {
    const expiresAt = NOW.toISOString();
    expect(waiverState(waiver({ decision: 'requested' }), NOW)).toBe(
      'requested',
    );
    expect(waiverState(waiver({}), NOW)).toBe('active');
    expect(waiverState(waiver({ expiresAt }), NOW)).toBe('expired');
    expect(waiverState(waiver({ expiresAt, decision: 'requested' }), NOW)).toBe(
      'expired',
    );
    expect(waiverState(waiver({ expiresAt, decision: 'revoked' }), NOW)).toBe(
      'revoked',
    );
  });

  it('is approved by somebody else, once, while it stands', () => {
    const requested = waiver({ decision: 'requested', decidedBy: undefined });
    expect(
      decideWaiver(requested, { action: 'approve', by }, options),
    ).toMatchObject({
      decision: 'approved',
      decidedBy: by,
      decidedAt: NOW.toISOString(),
    });
    const own = { action: 'approve', by: requested.requestedBy } as const;
    expect(() => decideWaiver(requested, own, options)).toThrow(
      'A waiver has to be approved by somebody other than the one who asked for it',
    );
    expect(
      decideWaiver(requested, own, { ...options, selfApproval: true }).decision,
    ).toBe('approved');
    expect(() =>
      decideWaiver(waiver({}), { action: 'approve', by }, options),
    ).toThrow(
      'Cannot approve a waiver that is active, expected one that is requested',
    );
    expect(() =>
      decideWaiver(
        waiver({ decision: 'requested', expiresAt: NOW.toISOString() }),
        { action: 'approve', by },
        options,
      ),
    ).toThrow(/is expired/);
  });

  it('is revoked once it is in force', () => {
    expect(
      decideWaiver(
        waiver({}),
        { action: 'revoke', by, reason: 'Mended.' },
        options,
      ),
    ).toMatchObject({ decision: 'revoked', decisionReason: 'Mended.' });
    expect(() =>
      decideWaiver(waiver({}), { action: 'refuse', by }, options),
    ).toThrow(/Cannot refuse/);
  });

  it('asks for a reason and an end within a year', () => {
    const schema = waiverRequestSchema(NOW);
    const request = {
      action: 'request',
      reason: 'Vendor.',
      expiresAt: '2026-06-01T00:00:00Z',
    };
    expect(schema.safeParse(request).success).toBe(true);
    for (const wrong of [
      { reason: '' },
      { reason: undefined },
      { expiresAt: '2026-02-01T00:00:00Z' },
      { expiresAt: '2027-04-01T00:00:00Z' },
      { expiresAt: undefined },
    ]) {
      expect(schema.safeParse({ ...request, ...wrong }).success).toBe(false);
    }
  });
});
