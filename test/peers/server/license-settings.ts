import type { InstanceContent } from '../content/enterprise-content.ts';

/** Instances have far more seats than the local enterprise needs. */
const SEATS = 1_000_000;

/** `GET /api/v3/enterprise/settings/license` */
export function licenseSettings({ seatsUsed }: InstanceContent): object {
  return {
    seats: SEATS,
    seats_used: seatsUsed,
    seats_available: SEATS - seatsUsed,
    kind: 'standard',
    days_until_expiration: 365,
    expire_at: '2036/02/06 12:41:52 -0600',
  };
}
