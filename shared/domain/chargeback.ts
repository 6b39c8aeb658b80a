import type { ConsumedLicense } from './consumed-license.ts';
import type { PeopleCount, PeopleUsage } from './usage.ts';

/** A person in several groups counts in each. */
export interface GroupUsage extends PeopleCount {
  /** Null: the people in no group at all. */
  readonly name: string | null;
}

/** Usage by those who may be charged for it. Groups are sorted by name; who is in none comes last, if anybody is. */
export interface Chargeback {
  /** Everybody once. */
  readonly total: PeopleCount;
  /** By host name. */
  readonly byServerInstance: readonly GroupUsage[];
  /** By organization of the cloud enterprise, as GitHub spells it. */
  readonly byOrganization: readonly GroupUsage[];
  /** As GitHub names it in the license row; a person is in one or in none. */
  readonly byCostCenter: readonly GroupUsage[];
}

/** `org:Role`, or `org/repository:Collaborator`. */
const MEMBER_ROLE = /^([^:/]+)(?:\/[^:]+)?:/;

/**
 * The organizations for which somebody holds a license, each once. Policy: members and owners consume one, and
 * "outside collaborators on private or internal repositories" do, for the organization that owns the repository
 * (billing/reference/github-license-users). A role of another form names no organization.
 */
export function organizationsOf(memberRoles: readonly string[]): string[] {
  const organizations = memberRoles.flatMap((role) => MEMBER_ROLE.exec(role)?.[1] ?? []);
  return [...new Map(organizations.map((name) => [name.toLowerCase(), name])).values()];
}

/**
 * Counts licenses by organization and cost center as they pass by. Only people with a cloud account have either,
 * and they all consume a license, so the licenses are all that there is to count.
 */
export class ChargebackTally {
  readonly #organizations = new GroupTally();
  readonly #costCenters = new GroupTally();

  add({ details }: ConsumedLicense): void {
    this.#organizations.add(organizationsOf(details.memberRoles));
    this.#costCenters.add(details.costCenter === null ? [] : [details.costCenter]);
  }

  /** `usage` of the people whose licenses were added. */
  result(usage: PeopleUsage): Chargeback {
    const total = { people: usage.people, consumed: usage.consumed };
    const { cloudOnly, none } = usage.byDeployment;
    return {
      total,
      byServerInstance: [
        ...usage.byInstance.map(({ hostName, people, consumed }) => ({ name: hostName, people, consumed })),
        ...inNoGroup(cloudOnly.people + none.people, cloudOnly.consumed + none.consumed),
      ],
      byOrganization: this.#organizations.groups(total),
      byCostCenter: this.#costCenters.groups(total),
    };
  }
}

/** Licenses by the names of groups, compared without regard to case. */
class GroupTally {
  readonly #groups = new Map<string, { readonly name: string; licenses: number }>();
  /** In any group. */
  #licenses = 0;

  /** A license that is in all of these groups, each named once. */
  add(names: readonly string[]): void {
    if (names.length > 0) this.#licenses++;
    for (const name of names) {
      const key = name.toLowerCase();
      const group = this.#groups.get(key) ?? { name, licenses: 0 };
      this.#groups.set(key, group);
      group.licenses++;
    }
  }

  groups(total: PeopleCount): GroupUsage[] {
    const sorted = [...this.#groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...sorted.map(([, { name, licenses }]) => ({ name, people: licenses, consumed: licenses })),
      ...inNoGroup(total.people - this.#licenses, total.consumed - this.#licenses),
    ];
  }
}

function inNoGroup(people: number, consumed: number): GroupUsage[] {
  return people === 0 ? [] : [{ name: null, people, consumed }];
}
