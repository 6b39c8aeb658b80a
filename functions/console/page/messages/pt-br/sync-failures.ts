import type { Translation } from '../catalogue.ts';
import type { syncFailures as english } from '../en/sync-failures.ts';

export const syncFailures: Translation<typeof english> = {
  'unauthorized.title': 'O GitHub não aceita o token desta origem.',
  'unauthorized.fix':
    'Coloque no segredo de conexões um novo token clássico com o escopo read:enterprise (site_admin para uma instância) e sincronize novamente.',
  'forbidden.title': 'O token desta origem não pode ver o que foi pedido.',
  'forbidden.fix':
    'Use o token clássico de um proprietário da empresa com o escopo read:enterprise (para uma instância, o de um administrador do site com o escopo site_admin) e sincronize novamente.',
  'not-found.title': 'Esta origem não está configurada, ou o GitHub a oculta do token dela.',
  'not-found.fix':
    'Verifique o nome da empresa, o nome do host e a base_url no segredo de conexões e o escopo do token, e sincronize novamente.',
  'rate-limited.title': 'O limite de requisições do GitHub foi atingido.',
  'rate-limited.fix':
    'Sincronize novamente em uma hora. Se acontecer com frequência, dê a esta origem um token que nada mais use.',
  'report-not-ready.title': 'A instância ainda preparava o relatório de usuários.',
  'report-not-ready.fix': 'Sincronize novamente em alguns minutos.',
  'unavailable.title': 'A origem não pôde ser acessada ou não funciona no momento.',
  'unavailable.fix':
    'Verifique se ela está ativa e se a rede da sincronização a alcança, e sincronize novamente.',
  'timed-out.title': 'A origem não respondeu a tempo.',
  'timed-out.fix': 'Sincronize só esta origem, para que ela tenha todo o tempo.',
  'untrusted-certificate.title': 'O certificado TLS da instância não é confiável.',
  'untrusted-certificate.fix':
    'Coloque o certificado da autoridade dele como ca_certificate no segredo de conexões, ou renove o certificado da instância, e sincronize novamente.',
  'unreadable-answer.title': 'A resposta não estava na forma que o GitHub documenta.',
  'unreadable-answer.fix':
    'Verifique se a base_url leva à própria instância, sem páginas de login nem proxies, e sincronize novamente.',
  'incomplete-answer.title': 'A resposta foi interrompida.',
  'incomplete-answer.fix':
    'Sincronize novamente. Se acontecer com frequência, veja o que há entre a sincronização e a origem.',
  'held.title': 'A sincronização removeria uma parte incomum das contas, por isso nada foi alterado.',
  'held.fix': 'Veja abaixo a última sincronização desta instância e decida lá.',
  'internal.title': 'Algo inesperado falhou aqui, não no GitHub.',
  'internal.fix': 'Sincronize novamente. Se continuar, procure a execução no log da função de sincronização.',
  'nothing-configured.title': 'Nada do que seria sincronizado está configurado.',
  'nothing-configured.fix':
    'Coloque os tokens da empresa e das instâncias no segredo de conexões e sincronize novamente.',
  'not-started.title': 'A sincronização não pôde ser iniciada.',
  'not-started.fix':
    'Sincronize novamente em um minuto. Se continuar, veja o log da função de sincronização.',
  'not-merged.title': 'O uso foi obtido, mas não mesclado: o que contava antes ainda conta.',
  'not-merged.fix':
    'Sincronize novamente. Se continuar, procure a execução no log da função de sincronização.',
};
