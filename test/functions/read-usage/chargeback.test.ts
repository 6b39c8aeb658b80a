import { describe, expect, it } from 'vitest';
import { chargebackSchema } from '../../../shared/contracts/http/chargeback.ts';
import { cloudSnapshot, licenseRow } from '../../support/accounts.ts';
import { mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

describe('GET /usage/chargeback', () => {
  it('before the first merge is of nobody', async () => {
    const { status, body } = await new ReadUsageWorld().call('GET /usage/chargeback');
    expect(status).toBe(200);
    expect(chargebackSchema.parse(body)).toEqual({
      total: { people: 0, consumed: 0 },
      by_server_instance: [],
      by_organization: [],
      by_cost_center: [],
      as_of: null,
      merge_id: null,
    });
  });

  it('is of the people of the last merge, by instance', async () => {
    const world = await mergedWorld();
    const { body } = await world.call('GET /usage/chargeback');
    expect(chargebackSchema.parse(body)).toEqual({
      total: { people: 5, consumed: 4 },
      by_server_instance: [
        { host_name: 'ghes.example.com', people: 4, consumed: 3 },
        { host_name: 'github-only.example.com', people: 1, consumed: 1 },
        { host_name: null, people: 1, consumed: 1 },
      ],
      by_organization: [{ organization: null, people: 5, consumed: 4 }],
      by_cost_center: [{ cost_center: null, people: 5, consumed: 4 }],
      as_of: '2026-03-02T00:00:00.000Z',
      merge_id: (await world.usage.read())?.mergeId,
    });
  });

  it('by organization and cost center, as GitHub’s rows tell them', async () => {
    const world = new ReadUsageWorld();
    const { details } = licenseRow();
    await world.observe(
      cloudSnapshot([
        licenseRow({
          login: 'mona',
          details: { ...details, memberRoles: ['acme:Owner', 'labs:Member'], costCenter: 'Research' },
        }),
        licenseRow({ login: 'solo', details: { ...details, memberRoles: ['acme/site:Collaborator'] } }),
      ]),
    );
    await world.merge();
    const { body } = await world.call('GET /usage/chargeback');
    expect(chargebackSchema.parse(body)).toMatchObject({
      total: { people: 2, consumed: 2 },
      by_server_instance: [{ host_name: null, people: 2, consumed: 2 }],
      by_organization: [
        { organization: 'acme', people: 2, consumed: 2 },
        { organization: 'labs', people: 1, consumed: 1 },
      ],
      by_cost_center: [
        { cost_center: 'Research', people: 1, consumed: 1 },
        { cost_center: null, people: 1, consumed: 1 },
      ],
    });
  });

  it('is not found where the report is of before chargeback was kept', async () => {
    const world = await mergedWorld();
    world.chargebacks.reports.clear();
    expect((await world.call('GET /usage/chargeback')).status).toBe(404);
  });
});
