import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  consumes: 'Nimmt eine Benutzerlizenz in Anspruch',
  'consumes-none': 'Nimmt keine Benutzerlizenz in Anspruch',
  yes: 'In Anspruch genommen',
  no: 'Nicht in Anspruch genommen',
  'license-type': 'Lizenztyp',
  'license-type.enterprise': 'Enterprise',
  'license-type.visual-studio-subscription': 'Visual Studio-Abonnement',
  'license-type.none': 'Keiner',
  'reason.visual-studio-subscription': 'Visual Studio-Abonnement',
  'reason.cloud-account': 'Cloudkonto',
  'reason.server-account': 'Aktives Serverkonto',
  'reason.dormant-server-account': 'Inaktives Serverkonto',
  'reason.server-account-of-unknown-state': 'Serverkonto in unbekanntem Zustand',
  'reason.suspended': 'Gesperrt',
  'reason.system-user': 'Systembenutzer',
  'reason.unlinked-visual-studio-subscription': 'Nicht verknüpftes Visual Studio-Abonnement',
  'why.visual-studio-subscription':
    'Die Lizenz des Visual Studio-Abonnements wird in Anspruch genommen, weil das Abonnement mit einem Konto verknüpft ist.',
  'why.cloud-account':
    'GitHub führt das Cloudkonto unter den in Anspruch genommenen Lizenzen des Unternehmens auf.',
  'why.server-account': 'Jeder aktive Benutzer einer Instanz nimmt eine Lizenz in Anspruch.',
  'why.dormant-server-account':
    'Auch ein inaktiver Benutzer einer Instanz nimmt eine Lizenz in Anspruch. Sperren Sie das Konto, um die Lizenz freizugeben.',
  'why.server-account-of-unknown-state':
    'Aus dem, was synchronisiert oder abgelegt wurde, geht nicht hervor, ob das Konto gesperrt ist. Deshalb zählt es. Ein Benutzerbericht der Instanz (all_users.csv) gibt Auskunft.',
  'why.suspended':
    'Gesperrte Benutzer nehmen keine Lizenz in Anspruch, und kein anderes Konto dieser Person nimmt eine in Anspruch.',
  'why.system-user':
    'Die Benutzer ghost und scim-admin legt die Instanz für sich selbst an. Sie nehmen keine Lizenz in Anspruch.',
  'why.unlinked-visual-studio-subscription':
    'Ein Visual Studio-Abonnement, das mit keinem Konto verknüpft ist, nimmt keine GitHub-Lizenz in Anspruch.',
};
