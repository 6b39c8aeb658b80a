import type { Translation } from '../catalogue.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: Translation<typeof english> = {
  product: 'License Usage Sync',
  'document-title': '{view} · License Usage Sync',
  enterprise: 'Unternehmen',
  'signed-in-as': 'Angemeldet als',
  'sign-out': 'Abmelden',
  'sign-out-failed': 'Sie sind noch angemeldet: Der Server war nicht erreichbar. Versuchen Sie es erneut.',
  navigation: 'Ansichten',
  usage: 'Nutzung',
  'server-instances': 'Enterprise Server-Instanzen',
  people: 'Personen',
  findings: 'Befunde',
  language: 'Sprache',
  theme: 'Design',
  'theme-auto': 'Wie das System',
  'theme-light': 'Hell',
  'theme-dark': 'Dunkel',
  'no-such-view': 'Unter dieser Adresse gibt es nichts.',
  'go-to-usage': 'Zur Nutzung',
};
