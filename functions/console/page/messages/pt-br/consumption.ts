import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  consumes: 'Consome uma licença de usuário',
  'consumes-none': 'Não consome licença de usuário',
  yes: 'Consumida',
  no: 'Não consumida',
  'license-type': 'Tipo de licença',
  'license-type.enterprise': 'Enterprise',
  'license-type.visual-studio-subscription': 'Assinatura do Visual Studio',
  'license-type.none': 'Nenhum',
  'reason.visual-studio-subscription': 'Assinatura do Visual Studio',
  'reason.cloud-account': 'Conta na nuvem',
  'reason.server-account': 'Conta de servidor ativa',
  'reason.dormant-server-account': 'Conta de servidor inativa',
  'reason.server-account-of-unknown-state': 'Conta de servidor em estado desconhecido',
  'reason.suspended': 'Suspensa',
  'reason.system-user': 'Usuário do sistema',
  'reason.unlinked-visual-studio-subscription': 'Assinatura do Visual Studio não vinculada',
  'why.visual-studio-subscription':
    'A licença da assinatura do Visual Studio é consumida, pois a assinatura está vinculada a uma conta.',
  'why.cloud-account': 'O GitHub lista a conta na nuvem entre as licenças consumidas da empresa.',
  'why.server-account': 'Todo usuário ativo de uma instância consome uma licença.',
  'why.dormant-server-account':
    'Um usuário inativo de uma instância também consome uma licença. Suspenda a conta para liberar a licença.',
  'why.server-account-of-unknown-state':
    'Nada do que foi sincronizado ou enviado informa se a conta está suspensa; por isso, ela conta. Um relatório de usuários da instância (all_users.csv) traz essa informação.',
  'why.suspended': 'Usuários suspensos não consomem licença, e nenhuma outra conta desta pessoa consome uma.',
  'why.system-user':
    'Os usuários ghost e scim-admin são criados pela instância para si mesma e não consomem licença.',
  'why.unlinked-visual-studio-subscription':
    'Uma assinatura do Visual Studio que não está vinculada a nenhuma conta não consome licença do GitHub.',
};
