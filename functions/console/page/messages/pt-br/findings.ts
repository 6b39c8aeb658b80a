import type { Translation } from '../catalogue.ts';
import type { findings as english } from '../en/findings.ts';

export const findings: Translation<typeof english> = {
  title: 'Constatações',
  lead: 'O que observar e o que se pode recuperar, cada item com suas evidências e o que fazer.',
  download: 'Baixar constatações (CSV)',
  count: { one: '{count} constatação', other: '{count} constatações' },
  none: 'Nada a observar',
  'none-so': 'Nenhuma constatação corresponde',
  'show-all': 'Mostrar todas as constatações',
  filters: 'Filtrar constatações',
  kind: 'Tipo',
  'every-kind': 'Todos os tipos',
  source: 'Fonte',
  'every-source': 'Todas as fontes',
  cloud: 'GitHub Enterprise Cloud',
  show: 'Mostrar',
  'show-open': 'Abertas',
  'show-dismissed': 'Descartadas',
  'show-both': 'Abertas e descartadas',
  found: 'Encontradas',
  recoverable: 'Licenças recuperáveis',
  'seats-recoverable': {
    one: 'Até {count} licença pode ser recuperada',
    other: 'Até {count} licenças podem ser recuperadas',
  },
  'seats-recoverable-lead':
    'Esse é o número de licenças que o GitHub contaria a menos quando tudo estiver corrigido. Uma pessoa pode estar em várias constatações. As descartadas são contadas.',
  'by-kind': 'Constatações por tipo',
  seats: { one: '{count} licença', other: '{count} licenças' },
  'what-to-do': 'O que fazer:',
  'first-seen': 'Visto pela primeira vez em {instant}',
  accounts: 'Contas',
  addresses: 'Endereços',
  sources: 'Fontes',
  people: 'Pessoas',
  'about-person': 'Somente constatações sobre uma pessoa.',
  'show-person': 'Mostrar a pessoa',
  person: 'Pessoa {number}',
  numbers: 'Números',
  'told-and-counted': 'O GitHub informa {told} e lista {counted}',
  more: { one: 'e mais {count}', other: 'e mais {count}' },
  dismiss: 'Descartar',
  'dismiss-title': 'Descartar esta constatação',
  reason: 'Motivo',
  'reason-hint':
    'Ele é mostrado a outros proprietários, com seu login. A constatação pode ser trazida de volta.',
  'reason-needed': 'Informe o motivo, em no máximo 500 caracteres.',
  'was-dismissed': 'A constatação foi descartada.',
  'bring-back': 'Trazer de volta',
  'was-brought-back': 'A constatação foi trazida de volta.',
  'dismissed-by': 'Descartada por {login} em {instant}: {reason}',
  'counted-twice.title': 'Contada duas vezes pelo GitHub',
  'counted-twice.meaning':
    'O GitHub não associou contas de uma mesma pessoa e conta uma licença para cada uma.',
  'counted-twice.fix':
    'Dê a estas contas o mesmo endereço: verificado na conta da nuvem e principal em cada conta de servidor. Depois, sincronize as instâncias com o GitHub novamente.',
  'likely-same-person.title': 'Provavelmente a mesma pessoa',
  'likely-same-person.meaning':
    'A regra mantém estas contas separadas, porque nenhum endereço principal as liga, mas outro liga.',
  'likely-same-person.fix':
    'Pergunte se estas contas são de uma só pessoa. Se forem, torne o endereço o principal de cada conta de servidor e mantenha apenas uma conta na nuvem.',
  'ambiguous.title': 'Correspondência ambígua',
  'ambiguous.meaning':
    'Duas contas da nuvem poderiam ser da mesma pessoa, que só pode ter uma; valeu a correspondência mais forte.',
  'ambiguous.fix':
    'Descubra de quem são estas contas. Deixe o endereço apenas nas contas de uma pessoa, ou apenas uma das contas da nuvem ligada às contas de servidor.',
  'missing-from-github.title': 'Ausente no GitHub',
  'missing-from-github.meaning':
    'Segundo nossas fontes, a pessoa consome uma licença, e o GitHub não lista nenhuma de suas contas.',
  'missing-from-github.fix':
    'Sincronize o uso das instâncias com o GitHub, que então contará uma licença para estas contas.',
  'gone-from-instance.title': 'Não existe mais na instância',
  'gone-from-instance.meaning': 'O GitHub ainda lista contas que a instância não tem mais.',
  'gone-from-instance.fix':
    'Sincronize o uso das instâncias com o GitHub, que então deixará de listar estas contas.',
  'dormant-and-consuming.title': 'Inativa e consumindo',
  'dormant-and-consuming.meaning':
    'Há muito tempo a pessoa não usa nenhuma de suas contas; contas inativas consomem uma licença.',
  'dormant-and-consuming.fix': 'Suspenda estas contas na instância e depois sincronize-a com o GitHub.',
  'no-verified-domain-email.title': 'Nenhum endereço em domínio verificado',
  'no-verified-domain-email.meaning':
    'Nada pode associar esta conta da nuvem a contas de servidor, e a pessoa pode ser contada duas vezes.',
  'no-verified-domain-email.fix':
    'Verifique o domínio da sua empresa no GitHub e peça que a pessoa adicione e verifique um endereço nele ou entre com uma identidade SAML ou SCIM vinculada.',
  'unknown-state.title': 'Não se sabe se está suspensa',
  'unknown-state.meaning':
    'Nenhuma fonte informa se estas contas estão suspensas, então elas contam como consumindo uma licença.',
  'unknown-state.fix':
    'Adicione o all_users.csv da instância ou deixe uma sincronização buscá-lo: ele informa se uma conta está suspensa.',
  'subscription-not-linked.title': 'Assinatura do Visual Studio não vinculada',
  'subscription-not-linked.meaning':
    'A pessoa tem uma assinatura do Visual Studio, e o GitHub também conta uma licença da empresa.',
  'subscription-not-linked.fix':
    'Torne o endereço um dos destas contas, verificado em uma conta da nuvem, ou associe a assinatura manualmente no GitHub.',
  'usage-encrypted.title': 'Uso criptografado',
  'usage-encrypted.meaning':
    'A exportação mais recente tem os usuários criptografados, então as contas são as conhecidas antes, ou nenhuma.',
  'usage-encrypted.fix':
    'Adicione o all_users.csv da instância ou uma exportação com os usuários sem criptografia.',
  'usage-stale.title': 'Uso desatualizado',
  'usage-stale.meaning':
    'O uso mais recente tem mais de uma semana, então quem entrou ou saiu desde então é contado errado.',
  'usage-stale.fix': 'Sincronize a fonte agora ou adicione um uso mais recente dela.',
  'usage-held.title': 'Uso retido',
  'usage-held.meaning':
    'Um uso mais recente removeria uma parcela incomum das contas e aguarda que um proprietário o aceite.',
  'usage-held.fix': 'Se tantas contas realmente desapareceram, aceite-o em Instâncias Enterprise Server.',
  'totals-disagree.title': 'Números que não coincidem',
  'totals-disagree.meaning':
    'Um número informado pelo GitHub não é o número de contas ou pessoas que ele lista.',
  'totals-disagree.fix':
    'Sincronize a nuvem novamente. Se os números ainda diferirem, procure convites pendentes ou mostre as contas ao Suporte do GitHub.',
  'counted-without-consuming.title': 'Contada sem consumir',
  'counted-without-consuming.meaning':
    'O GitHub conta uma licença para contas que não consomem nenhuma: estão suspensas ou são usuários do sistema.',
  'counted-without-consuming.fix':
    'Sincronize o uso das instâncias com o GitHub. Se ele ainda contar uma licença para estas contas, mostre isso ao Suporte do GitHub.',
  'unidentified-rows.title': 'Linhas que não nomeiam ninguém',
  'unidentified-rows.meaning':
    'O GitHub conta licenças em linhas que não nomeiam nenhuma conta, ou apenas um ID de usuário sem a instância.',
  'unidentified-rows.fix':
    'Sincronize a nuvem novamente. Se as linhas ainda não nomearem nenhuma conta, pergunte ao Suporte do GitHub quem são.',
};
