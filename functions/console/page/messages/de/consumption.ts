import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  'visual-studio-subscription': 'Verknüpftes Visual Studio-Abonnement',
  'cloud-account': 'Auf GitHubs Liste der in Anspruch genommenen Lizenzen',
  'server-account': 'Aktives Konto auf einer Instanz',
  'dormant-server-account': 'Inaktives Konto auf einer Instanz',
  'server-account-of-unknown-state': 'Konto auf einer Instanz, nicht bekannt, ob gesperrt',
  suspended: 'Alle Konten gesperrt',
  'system-user': 'Systembenutzer einer Instanz',
  'unlinked-visual-studio-subscription': 'Visual Studio-Abonnement ohne Konto',
};
