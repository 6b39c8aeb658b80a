import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { WayFiles } from '../way.ts';

// What a good engineer writes in an hour: each file parsed whole, each record checked, people found by strings.

const licenseSchema = z.object({
  github_com_login: z.string(),
  enterprise_server_user_ids: z.array(z.string()),
  github_com_verified_domain_emails: z.array(z.string()),
  github_com_saml_name_id: z.string().nullable(),
  enterprise_server_emails: z.array(z.string()),
  visual_studio_subscription_user: z.boolean(),
  license_type: z.string(),
});
const exportedUserSchema = z.object({
  user_id: z.int(),
  site_admin: z.boolean(),
  emails: z.array(z.object({ email: z.string(), primary: z.boolean() })),
});
const pagesSchema = z.array(z.object({ users: z.array(z.unknown()) }));
const exportSchema = z.object({
  instance: z.object({ host_name: z.string() }),
  users: z.array(z.unknown()),
});

interface Person {
  readonly accounts: string[];
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
  return people.size;
}

class NaivePeople {
  readonly #people: Person[] = [];
  readonly #byServerUser = new Map<string, Person>();
  readonly #byAddress = new Map<string, Person>();

  get size(): number {
    return this.#people.length;
  }

  addLicense(license: z.infer<typeof licenseSchema>): void {
    const person = this.#newPerson(license.github_com_login);
    for (const id of license.enterprise_server_user_ids) this.#byServerUser.set(id, person);
    const emails = [
      license.github_com_saml_name_id,
      ...license.github_com_verified_domain_emails,
      ...license.enterprise_server_emails,
    ];
    for (const email of emails) if (email?.includes('@')) this.#nameFirst(normalized(email), person);
  }

  addServerUser(hostName: string, { user_id, emails }: z.infer<typeof exportedUserSchema>): void {
    const key = `${hostName}:${user_id}`;
    const primary = emails.find((email) => email.primary);
    const email = primary === undefined ? '' : normalized(primary.email);
    const person = this.#byServerUser.get(key) ?? this.#byAddress.get(email) ?? this.#newPerson(key);
    person.accounts.push(key);
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

  #newPerson(account: string): Person {
    const person = { accounts: [account], furtherEmails: [] };
    this.#people.push(person);
    return person;
  }

  #nameFirst(email: string, person: Person): void {
    if (!this.#byAddress.has(email)) this.#byAddress.set(email, person);
  }
}

function normalized(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
