import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { WayFiles } from '../way.ts';

// What a good engineer writes in an hour: each file parsed whole, every field that tells anything checked, people found
// by strings, and counted by why they consume a license. Findings are not looked for.

const text = z.string().nullish();
const texts = z.array(z.string()).nullish();
const flag = z.boolean().nullish();

const licenseSchema = z.object({
  github_com_login: z.string(),
  github_com_name: text,
  github_com_profile: text,
  github_com_saml_name_id: text,
  github_com_verified_domain_emails: z.array(z.string()),
  github_com_member_roles: texts,
  github_com_enterprise_role: text,
  github_com_enterprise_roles: texts,
  github_com_orgs_with_pending_invites: texts,
  github_com_two_factor_auth: flag,
  github_com_two_factor_auth_required_by_date: text,
  github_com_cost_center: text,
  github_com_advanced_security_license_user: flag,
  github_com_code_security_license_user: flag,
  github_com_secret_protection_license_user: flag,
  enterprise_server_user_ids: z.array(z.string()),
  enterprise_server_emails: z.array(z.string()),
  enterprise_server_primary_emails: texts,
  license_type: z.string(),
  visual_studio_subscription_user: z.boolean(),
  visual_studio_subscription_email: text,
  visual_studio_license_status: text,
  total_user_accounts: z.int().nullish(),
});
const exportedUserSchema = z.object({
  user_id: z.int(),
  login: text,
  site_admin: z.boolean(),
  suspended: flag,
  suspended_at: text,
  dormant: flag,
  advanced_security: flag,
  code_security: flag,
  secret_protection: flag,
  emails: z.array(z.object({ email: z.string(), primary: z.boolean() })),
});
type License = z.infer<typeof licenseSchema>;
type ServerUser = z.infer<typeof exportedUserSchema>;
const pagesSchema = z.array(z.object({ users: z.array(z.unknown()) }));
const exportSchema = z.object({
  instance: z.object({ host_name: z.string() }),
  users: z.array(z.unknown()),
});

/** Why somebody consumes a license, or does not: the first that is true. */
const REASONS = ['subscription', 'cloud', 'server', 'dormant', 'unknown', 'suspended'] as const;
type Reason = (typeof REASONS)[number];

interface Person {
  readonly accounts: string[];
  readonly reasons: Set<Reason>;
  /** Addresses by which nobody is matched. */
  readonly furtherEmails: string[];
}

export async function countPeople({ exports, licenses }: WayFiles): Promise<number> {
  const people = new NaivePeople();
  for (const file of licenses) {
    for (const { users } of pagesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))) {
      for (const user of users) people.addLicense(licenseSchema.parse(user));
    }
  }
  for (const file of exports) {
    const { instance, users } = exportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const user of users) people.addServerUser(instance.host_name, exportedUserSchema.parse(user));
  }
  people.countLikelySame();
  return [...people.countByReason().values()].reduce((sum, count) => sum + count, 0);
}

class NaivePeople {
  readonly #people: Person[] = [];
  readonly #byServerUser = new Map<string, Person>();
  readonly #byAddress = new Map<string, Person>();

  addLicense(license: License): void {
    const isSubscriber = license.visual_studio_subscription_user;
    const person = this.#newPerson(license.github_com_login, isSubscriber ? 'subscription' : 'cloud');
    for (const id of license.enterprise_server_user_ids) this.#byServerUser.set(id, person);
    const emails = [
      license.github_com_saml_name_id,
      ...license.github_com_verified_domain_emails,
      ...license.enterprise_server_emails,
    ];
    for (const email of emails) if (email?.includes('@')) this.#nameFirst(normalized(email), person);
  }

  addServerUser(hostName: string, user: ServerUser): void {
    const { user_id, emails } = user;
    const key = `${hostName}:${user_id}`;
    const primary = emails.find((email) => email.primary);
    const email = primary === undefined ? '' : normalized(primary.email);
    const person =
      this.#byServerUser.get(key) ?? this.#byAddress.get(email) ?? this.#newPerson(key, reasonOf(user));
    person.accounts.push(key);
    person.reasons.add(reasonOf(user));
    if (email !== '') this.#nameFirst(email, person);
    for (const further of emails) {
      if (!further.primary) person.furtherEmails.push(normalized(further.email));
    }
  }

  /** People whom the rule keeps apart though they have an address in common. */
  countLikelySame(): number {
    let likelySame = 0;
    for (const person of this.#people) {
      for (const email of person.furtherEmails) {
        if ((this.#byAddress.get(email) ?? person) !== person) likelySame++;
        this.#nameFirst(email, person);
      }
    }
    return likelySame;
  }

  countByReason(): Map<Reason, number> {
    const counts = new Map<Reason, number>();
    for (const { reasons } of this.#people) {
      const first = REASONS.find((reason) => reasons.has(reason)) ?? 'unknown';
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    return counts;
  }

  #newPerson(account: string, reason: Reason): Person {
    const person = { accounts: [account], reasons: new Set([reason]), furtherEmails: [] };
    this.#people.push(person);
    return person;
  }

  #nameFirst(email: string, person: Person): void {
    if (!this.#byAddress.has(email)) this.#byAddress.set(email, person);
  }
}

function reasonOf({ suspended, dormant }: ServerUser): Reason {
  if (suspended) return 'suspended';
  if (suspended == null) return 'unknown';
  return dormant ? 'dormant' : 'server';
}

function normalized(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
