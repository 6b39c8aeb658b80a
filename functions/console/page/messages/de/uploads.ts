import type { Translation } from '../catalogue.ts';
import type { uploads as english } from '../en/uploads.ts';

export const uploads: Translation<typeof english> = {
  title: 'Letzte Uploads',
  file: 'Datei',
  outcome: 'Ergebnis',
  source: 'Quelle',
  received: 'Eingegangen',
  details: 'Details',
  'received.title': 'Wird gelesen',
  'received.next': 'Die Datei ist eingegangen und wird gelesen. Eine große Datei braucht einige Minuten.',
  'encrypted.title': 'Verschlüsselt',
  'encrypted.next':
    'Die Benutzerliste dieses Exports ist verschlüsselt, daher wurde nur die Instanz vermerkt. Die bisher bekannten Konten bleiben. Fügen Sie stattdessen den Benutzerbericht der Instanz hinzu.',
  'encrypted.how': 'Ein Websiteadministrator lädt ihn von {address} herunter.',
  'held.title': 'Angehalten',
  'held.next':
    'Die Datei würde ungewöhnlich viele Konten ihrer Quelle entfernen, daher wurde noch nichts geändert.',
  'held.where': 'Sie entscheiden unter „{panel}“.',
  'rejected.title': 'Abgelehnt',
  'rejected.next': 'Nichts wurde geändert.',
  'superseded.title': 'Überholt',
  'superseded.next': 'Neuere Nutzung derselben Quelle war schon da, daher wurde nichts geändert.',
  'merged.title': 'Zusammengeführt',
  'merged.next': 'Die Nutzung in dieser Datei zählt.',
  'reason.unknown-format':
    'Diese Datei kann hier nicht gelesen werden. Fügen Sie einen Export der Lizenzverwendung (JSON), all_users.csv oder die in Anspruch genommenen Lizenzen (JSON oder CSV) hinzu, so wie GitHub sie ausgibt.',
  'reason.invalid-content':
    'Teile der Datei sind nicht so, wie GitHub sie schreibt. Laden Sie sie erneut herunter, und fügen Sie sie unverändert hinzu.',
  'reason.partial-report':
    'Dieser Bericht enthält nur einen Teil der Konten, und alle anderen gingen verloren. Fügen Sie stattdessen all_users.csv hinzu.',
  'reason.host-name-missing':
    'Die Datei sagt nicht, von welcher Instanz sie ist. Fügen Sie sie erneut hinzu, und nennen Sie die Instanz.',
  'reason.wrong-encoding':
    'Die Datei ist nicht in UTF-8 geschrieben. Laden Sie sie erneut herunter, und fügen Sie sie unverändert hinzu.',
  'reason.too-large': 'Die Datei ist größer, als gelesen werden kann. Prüfen Sie, ob es die richtige ist.',
  'reason.damaged-archive':
    'Das gzip-Archiv ist beschädigt. Packen Sie die Datei erneut, oder fügen Sie sie ungepackt hinzu.',
  'reason.invalid-metadata':
    'Die Metadaten der Datei können nicht gelesen werden. Berichtigen Sie sie, oder lassen Sie sie weg.',
  'reason.file-gone': 'Die Datei war verschwunden, bevor sie gelesen wurde. Fügen Sie sie erneut hinzu.',
  problems: { one: '{count} Problem', other: '{count} Probleme' },
  'problems-listed': 'Die ersten {listed} von {total} Problemen',
  place: 'Stelle',
  expected: 'Erwartet',
  fix: 'Was zu tun ist',
  line: 'Zeile {line}',
  'line-column': 'Zeile {line}, Spalte {column}',
  'line-field': 'Zeile {line}, Feld {field}',
  'whole-file': 'Die ganze Datei',
  hold: {
    one: 'Sie würde {count} von {before} Konten entfernen.',
    other: 'Sie würde {count} von {before} Konten entfernen.',
  },
  changes:
    'Personen hinzugefügt: {added}, geändert: {changed}, entfernt: {removed}. Benutzerlizenzen: {before} → {after}.',
  'held-panel': 'Wartet auf Ihre Entscheidung',
  'held-lead':
    'Diese Dateien würden ungewöhnlich viele Konten ihrer Quelle entfernen. Nichts wurde geändert.',
  decide: 'Entscheiden',
  accepted: 'Angenommen, wird angewendet',
  'accept.title': 'Diese Entfernungen annehmen?',
  'accept.explain':
    'Nehmen Sie an, wenn es diese Konten wirklich nicht mehr gibt: Dann nehmen deren Personen für sie keine Lizenz mehr in Anspruch. Ist die Datei unvollständig oder von einer anderen Instanz, lassen Sie sie liegen, und fügen Sie die richtige Datei hinzu.',
  'accept.do': {
    one: 'Annehmen und {count} Konto entfernen',
    other: 'Annehmen und {count} Konten entfernen',
  },
  'accept.done': '{file} ist angenommen. Die Nutzung zählt gleich.',
  'accept.not-held': '{file} wird nicht mehr angehalten. Die Liste zeigt, was daraus wurde.',
  'accept.failed': '{file} wurde nicht angenommen. {reason}',
  'empty.title': 'Noch keine Uploads',
  'empty.next': 'Hier steht, was aus jeder Datei wurde.',
};
