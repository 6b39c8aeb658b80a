import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Differences } from '../differences.ts';
import { StateBefore } from '../state-before.ts';
import type { WayFiles, WayResult } from '../way.ts';

// What a good engineer writes in an hour: each file parsed whole, every field that tells anything checked, people found
// by strings, and compared by a digest of what is known of each. Findings are not looked for.

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

/** What the digest of a person is of. */
interface Person {
  readonly id: string;
  readonly license: LicenseFacts | null;
  readonly serverAccounts: ServerAccount[];
}

interface LicenseFacts {
  readonly type: string;
  readonly nameId: string | null;
  readonly emails: readonly string[];
  readonly subscription: string | null;
}

interface ServerAccount {
  readonly key: string;
  readonly state: string;
  readonly siteAdmin: boolean;
  readonly primaryEmail: string | null;
  readonly furtherEmails: readonly string[];
}

export async function comparePeople(files: WayFiles): Promise<WayResult> {
  const people = findPeople(files);
  const before = new Map(Object.entries(JSON.parse(readFileSync(files.state, 'utf8'))));
  let [added, changed] = [0, 0];
  for (const person of people) {
    const digest = before.get(person.id);
    if (digest === undefined) added++;
    else if (digest !== digestOf(person)) changed++;
    before.delete(person.id);
  }
  return { people: people.length, differences: { added, changed, removed: before.size } };
}

export async function prepareState(files: WayFiles): Promise<Differences> {
  const state = new StateBefore((id) => `${id}, who is gone`);
  const known = findPeople(files).flatMap((person) => state.of({ id: person.id, digest: digestOf(person) }));
  writeFileSync(files.state, JSON.stringify(Object.fromEntries(known.map(({ id, digest }) => [id, digest]))));
  return state.differences;
}

function findPeople({ exports, licenses }: WayFiles): readonly Person[] {
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
  return people.people;
}

class NaivePeople {
  readonly people: Person[] = [];
  readonly #byServerUser = new Map<string, Person>();
  readonly #byAddress = new Map<string, Person>();

  addLicense(license: License): void {
    const person = this.#newPerson(license.github_com_login.toLowerCase(), factsOf(license));
    for (const id of license.enterprise_server_user_ids) this.#byServerUser.set(id, person);
    const emails = [
      license.github_com_saml_name_id,
      ...license.github_com_verified_domain_emails,
      ...license.enterprise_server_emails,
    ];
    for (const email of emails) if (email?.includes('@')) this.#nameFirst(normalized(email), person);
  }

  addServerUser(hostName: string, user: ServerUser): void {
    const account = accountOf(hostName, user);
    const { key, primaryEmail } = account;
    const person =
      this.#byServerUser.get(key) ??
      this.#byAddress.get(primaryEmail ?? '') ??
      this.#newPerson(primaryEmail ?? key, null);
    person.serverAccounts.push(account);
    if (primaryEmail !== null) this.#nameFirst(primaryEmail, person);
  }

  #newPerson(id: string, license: LicenseFacts | null): Person {
    const person = { id, license, serverAccounts: [] };
    this.people.push(person);
    return person;
  }

  #nameFirst(email: string, person: Person): void {
    if (!this.#byAddress.has(email)) this.#byAddress.set(email, person);
  }
}

function factsOf(license: License): LicenseFacts {
  return {
    type: license.license_type,
    nameId: license.github_com_saml_name_id ?? null,
    emails: license.github_com_verified_domain_emails.map(normalized),
    subscription: license.visual_studio_subscription_email ?? null,
  };
}

function accountOf(hostName: string, user: ServerUser): ServerAccount {
  const primary = user.emails.find((email) => email.primary);
  return {
    key: `${hostName}:${user.user_id}`,
    state: stateOf(user),
    siteAdmin: user.site_admin,
    primaryEmail: primary === undefined ? null : normalized(primary.email),
    furtherEmails: user.emails.filter((email) => email !== primary).map(({ email }) => normalized(email)),
  };
}

function stateOf({ suspended, dormant }: ServerUser): string {
  if (suspended) return 'suspended';
  if (suspended == null) return 'unknown';
  return dormant ? 'dormant' : 'active';
}

function digestOf(person: Person): string {
  return createHash('sha256').update(JSON.stringify(person)).digest('hex');
}

function normalized(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
