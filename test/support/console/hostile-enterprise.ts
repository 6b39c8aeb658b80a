import { type Enterprise, generateEnterprise } from '../enterprise/enterprise.ts';
import { Planter } from '../enterprise/planter.ts';
import { Random } from '../enterprise/random.ts';

const PEOPLE = 20;

/** The longest login or part of an address that is taken. */
const MAX_LENGTH = 220;

/** An enterprise in which some people are called so in every field that GitHub tells of them. */
export function hostileEnterprise(texts: readonly string[]): Enterprise {
  const enterprise = generateEnterprise({ people: PEOPLE, seed: 1 });
  const { instances } = enterprise;
  const named = (text: string, position: number) => {
    const planter = new Planter({ index: PEOPLE + position, random: new Random(position), instances });
    const name = text.slice(0, MAX_LENGTH);
    const [first, second] = planter.hosts(2);
    const linked = `${name}@linked.example.com`;
    const planted = { login: name, name: text, memberRoles: [text], pendingInvites: [text] };
    planter.serverUser(first, {
      login: name,
      name: text,
      primaryEmail: linked,
      furtherEmails: [`${name}@first.example.com`],
    });
    planter.serverUser(second, {
      login: name,
      name: text,
      primaryEmail: `${name}@second.example.com`,
      furtherEmails: [linked],
    });
    planter.cloudLicense({
      ...planted,
      samlNameId: linked,
      verifiedEmails: [`${name}@verified.example.com`],
    });
    planter.subscriptionLicense(`${name}@subscription.example.com`);
    return planter.human('cloud-only');
  };
  const humans = () => [...enterprise.humans(), ...texts.map(named)];
  return { ...enterprise, humans };
}
