interface NamedPerson {
  readonly id: string;
  readonly login: string | null;
  readonly emails: readonly string[];
}

/** What a person goes by: the login, else the first address. Null for who has neither. */
export function personNameOf({ login, emails }: NamedPerson): string | null {
  return login ?? emails[0] ?? null;
}

/** The addresses that the name does not say already. */
export function furtherAddressesOf(person: NamedPerson): readonly string[] {
  return person.emails.filter((email) => email !== personNameOf(person));
}

const ID_CHARACTERS = 8;

/** Enough of an id to tell people apart who have no name. */
export function shortIdOf({ id }: NamedPerson): string {
  return id.slice(0, ID_CHARACTERS);
}
