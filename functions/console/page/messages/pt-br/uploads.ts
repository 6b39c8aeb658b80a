import type { Translation } from '../catalogue.ts';
import type { uploads as english } from '../en/uploads.ts';

export const uploads: Translation<typeof english> = {
  title: 'Carregamentos recentes',
  file: 'Arquivo',
  outcome: 'Resultado',
  source: 'Origem',
  received: 'Recebido',
  details: 'Detalhes',
  'received.title': 'Em leitura',
  'received.next': 'O arquivo chegou e está sendo lido. Um arquivo grande leva alguns minutos.',
  'encrypted.title': 'Criptografado',
  'encrypted.next':
    'A lista de usuários desta exportação está criptografada, por isso só a instância foi registrada. As contas conhecidas antes permanecem. Adicione em vez dela o relatório de usuários da instância.',
  'encrypted.how': 'Um administrador do site o baixa de {address}.',
  'held.title': 'Retido',
  'held.next':
    'O arquivo removeria uma parte incomum das contas da sua origem, por isso nada foi alterado ainda.',
  'held.where': 'Decida em “{panel}”.',
  'rejected.title': 'Rejeitado',
  'rejected.next': 'Nada foi alterado.',
  'superseded.title': 'Superado',
  'superseded.next': 'Já havia um uso mais recente da mesma origem, por isso nada foi alterado.',
  'merged.title': 'Mesclado',
  'merged.next': 'O uso deste arquivo conta.',
  'reason.unknown-format':
    'Este arquivo não pode ser lido aqui. Adicione uma exportação de uso de licença (JSON), o all_users.csv ou as licenças consumidas (JSON ou CSV), como o GitHub os fornece.',
  'reason.invalid-content':
    'Partes do arquivo não estão como o GitHub as escreve. Baixe-o novamente e adicione-o sem alterações.',
  'reason.partial-report':
    'Este relatório traz só uma parte das contas, e todas as outras se perderiam. Adicione o all_users.csv.',
  'reason.host-name-missing':
    'O arquivo não diz de qual instância veio. Adicione-o novamente, informando a instância.',
  'reason.wrong-encoding':
    'O arquivo não está escrito em UTF-8. Baixe-o novamente e adicione-o sem alterações.',
  'reason.too-large': 'O arquivo é maior do que pode ser lido. Verifique se é o arquivo certo.',
  'reason.damaged-archive':
    'O arquivo gzip está danificado. Compacte-o novamente ou adicione-o sem compactar.',
  'reason.invalid-metadata': 'Os metadados do arquivo não podem ser lidos. Corrija-os ou deixe-os de fora.',
  'reason.file-gone': 'O arquivo sumiu antes de ser lido. Adicione-o novamente.',
  problems: { one: '{count} problema', other: '{count} problemas' },
  'problems-listed': 'Os primeiros {listed} de {total} problemas',
  place: 'Local',
  expected: 'Esperado',
  fix: 'O que fazer',
  line: 'Linha {line}',
  'line-column': 'Linha {line}, coluna {column}',
  'line-field': 'Linha {line}, campo {field}',
  'whole-file': 'O arquivo inteiro',
  hold: {
    one: 'Ele removeria {count} de {before} contas.',
    other: 'Ele removeria {count} de {before} contas.',
  },
  changes:
    'Pessoas adicionadas: {added}, alteradas: {changed}, removidas: {removed}. Licenças de usuário: {before} → {after}.',
  'held-panel': 'Aguardando sua decisão',
  'held-lead': 'Estes arquivos removeriam uma parte incomum das contas da sua origem. Nada foi alterado.',
  decide: 'Decidir',
  accepted: 'Aceito, sendo aplicado',
  'accept.title': 'Aceitar estas remoções?',
  'accept.explain':
    'Aceite se essas contas realmente deixaram de existir: então as pessoas delas não consomem mais uma licença por elas. Se o arquivo estiver incompleto ou for de outra instância, deixe-o e adicione o arquivo certo.',
  'accept.do': { one: 'Aceitar e remover {count} conta', other: 'Aceitar e remover {count} contas' },
  'accept.done': '{file} foi aceito. Seu uso contará em instantes.',
  'accept.not-held': '{file} não está mais retido. A lista mostra o resultado.',
  'accept.failed': '{file} não foi aceito. {reason}',
  'empty.title': 'Ainda não há carregamentos',
  'empty.next': 'O resultado de cada arquivo é listado aqui.',
};
