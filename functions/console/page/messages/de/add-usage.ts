import type { Translation } from '../catalogue.ts';
import type { addUsage as english } from '../en/add-usage.ts';

export const addUsage: Translation<typeof english> = {
  title: 'Servernutzung hinzufügen',
  lead: 'Exporte der Lizenzverwendung und all_users.csv Ihrer Instanzen oder die in Anspruch genommenen Lizenzen des Unternehmens, so wie GitHub sie ausgibt. Dateien dürfen mit gzip gepackt sein.',
  drop: 'Dateien hier ablegen',
  'drop-or': 'oder',
  choose: 'Dateien auswählen',
  files: 'Dateien',
  'host-name': 'Hostname der Instanz',
  'host-name-hint': 'Ein Benutzerbericht sagt nicht, von welcher Instanz er ist.',
  'host-name-wrong': 'Geben Sie einen Hostnamen ein, zum Beispiel {example}.',
  'host-name-submit': 'Hinzufügen',
  'host-name-wanted': 'Die Instanz fehlt',
  waiting: 'Wartet',
  sending: 'Wird hochgeladen',
  'sending-file': 'Upload von {file}',
  reading: 'Hochgeladen, wird gelesen',
  'reading-next':
    'Eine große Datei braucht einige Minuten. Sie können dies schließen: Das Ergebnis steht dann bei den Uploads.',
  failed: 'Nicht hochgeladen',
  'no-connection':
    'Der Bucket für Uploads war nicht erreichbar. Prüfen Sie Ihr Netzwerk, und laden Sie die Datei dann erneut hoch.',
  refused: 'Der Bucket für Uploads hat die Datei nicht angenommen. Laden Sie sie erneut hoch.',
  again: 'Erneut hochladen',
  remove: '{file} entfernen',
  told: '{file}: {outcome}',
};
