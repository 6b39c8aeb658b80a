import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  'visual-studio-subscription': 'Assinatura do Visual Studio vinculada',
  'cloud-account': 'Na lista de licenças consumidas do GitHub',
  'server-account': 'Conta ativa em uma instância',
  'dormant-server-account': 'Conta inativa em uma instância',
  'server-account-of-unknown-state': 'Conta em uma instância, sem saber se está suspensa',
  suspended: 'Todas as contas suspensas',
  'system-user': 'Usuário do sistema de uma instância',
  'unlinked-visual-studio-subscription': 'Assinatura do Visual Studio sem conta',
};
