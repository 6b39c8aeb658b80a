import type { Translation } from '../catalogue.ts';
import type { addUsage as english } from '../en/add-usage.ts';

export const addUsage: Translation<typeof english> = {
  title: 'Adicionar uso de servidor',
  lead: 'Exportações de uso de licença e all_users.csv das suas instâncias, ou as licenças consumidas da empresa, como o GitHub as fornece. Os arquivos podem estar em gzip.',
  drop: 'Solte os arquivos aqui',
  'drop-or': 'ou',
  choose: 'Escolher arquivos',
  files: 'Arquivos',
  'host-name': 'Nome do host da instância',
  'host-name-hint': 'Um relatório de usuários não diz de qual instância veio.',
  'host-name-wrong': 'Informe um nome de host, como {example}.',
  'host-name-submit': 'Adicionar',
  'host-name-wanted': 'Falta a instância',
  waiting: 'Aguardando',
  sending: 'Carregando',
  'sending-file': 'Carregamento de {file}',
  reading: 'Carregado, em leitura',
  'reading-next':
    'Um arquivo grande leva alguns minutos. Você pode fechar esta janela: o resultado estará entre os carregamentos.',
  failed: 'Não carregado',
  'no-connection':
    'Não foi possível acessar o bucket de carregamentos. Verifique sua rede e carregue o arquivo novamente.',
  refused: 'O bucket de carregamentos não aceitou o arquivo. Carregue-o novamente.',
  again: 'Carregar novamente',
  remove: 'Remover {file}',
  told: '{file}: {outcome}',
};
