import type { Translation } from '../catalogue.ts';
import type { syncFailures as english } from '../en/sync-failures.ts';

export const syncFailures: Translation<typeof english> = {
  'unauthorized.title': 'GitHub nimmt das Token dieser Quelle nicht an.',
  'unauthorized.fix':
    'Legen Sie ein neues klassisches Token mit dem Bereich read:enterprise (für eine Instanz site_admin) in das Verbindungsgeheimnis, und synchronisieren Sie erneut.',
  'forbidden.title': 'Das Token dieser Quelle darf nicht sehen, was erfragt wurde.',
  'forbidden.fix':
    'Verwenden Sie das klassische Token eines Unternehmensbesitzers mit dem Bereich read:enterprise (für eine Instanz das eines Websiteadministrators mit dem Bereich site_admin), und synchronisieren Sie erneut.',
  'not-found.title': 'Diese Quelle ist nicht konfiguriert, oder GitHub verbirgt sie vor ihrem Token.',
  'not-found.fix':
    'Prüfen Sie den Namen des Unternehmens, Hostnamen und base_url im Verbindungsgeheimnis und den Bereich des Tokens, und synchronisieren Sie erneut.',
  'rate-limited.title': 'Das Ratenlimit von GitHub ist erreicht.',
  'rate-limited.fix':
    'Synchronisieren Sie in einer Stunde erneut. Geschieht es oft, geben Sie dieser Quelle ein Token, das sonst niemand benutzt.',
  'report-not-ready.title': 'Die Instanz bereitete ihren Benutzerbericht noch vor.',
  'report-not-ready.fix': 'Synchronisieren Sie in einigen Minuten erneut.',
  'unavailable.title': 'Die Quelle war nicht erreichbar oder arbeitet gerade nicht.',
  'unavailable.fix':
    'Prüfen Sie, ob sie läuft und ob das Netzwerk der Synchronisierung sie erreicht, und synchronisieren Sie erneut.',
  'timed-out.title': 'Die Quelle hat nicht rechtzeitig geantwortet.',
  'timed-out.fix': 'Synchronisieren Sie diese Quelle allein, damit sie die ganze Zeit hat.',
  'untrusted-certificate.title': 'Dem TLS-Zertifikat der Instanz wird nicht vertraut.',
  'untrusted-certificate.fix':
    'Legen Sie das Zertifikat seiner Zertifizierungsstelle als ca_certificate in das Verbindungsgeheimnis, oder erneuern Sie das Zertifikat der Instanz, und synchronisieren Sie erneut.',
  'unreadable-answer.title': 'Die Antwort hatte nicht die Form, die GitHub dokumentiert.',
  'unreadable-answer.fix':
    'Prüfen Sie, ob base_url zur Instanz selbst führt, an jeder Anmeldeseite und jedem Proxy vorbei, und synchronisieren Sie erneut.',
  'incomplete-answer.title': 'Die Antwort brach ab.',
  'incomplete-answer.fix':
    'Synchronisieren Sie erneut. Geschieht es oft, sehen Sie nach, was zwischen Synchronisierung und Quelle liegt.',
  'held.title':
    'Die Synchronisierung würde ungewöhnlich viele Konten entfernen, daher wurde nichts geändert.',
  'held.fix': 'Sehen Sie sich unten die letzte Synchronisierung dieser Instanz an, und entscheiden Sie dort.',
  'internal.title': 'Hier ist etwas Unerwartetes fehlgeschlagen, nicht bei GitHub.',
  'internal.fix':
    'Synchronisieren Sie erneut. Bleibt es so, suchen Sie den Lauf im Protokoll der Synchronisierungsfunktion.',
  'nothing-configured.title': 'Nichts von dem, was synchronisiert werden sollte, ist konfiguriert.',
  'nothing-configured.fix':
    'Legen Sie die Token des Unternehmens und der Instanzen in das Verbindungsgeheimnis, und synchronisieren Sie erneut.',
  'not-started.title': 'Die Synchronisierung konnte nicht gestartet werden.',
  'not-started.fix':
    'Synchronisieren Sie in einer Minute erneut. Bleibt es so, sehen Sie in das Protokoll der Synchronisierungsfunktion.',
  'not-merged.title':
    'Die Nutzung wurde abgerufen, aber nicht zusammengeführt: Was vorher zählte, zählt weiter.',
  'not-merged.fix':
    'Synchronisieren Sie erneut. Bleibt es so, suchen Sie den Lauf im Protokoll der Synchronisierungsfunktion.',
};
