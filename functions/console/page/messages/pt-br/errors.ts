import type { Translation } from '../catalogue.ts';
import type { errors as english } from '../en/errors.ts';

export const errors: Translation<typeof english> = {
  'try-again': 'Tentar novamente',
  request: 'Solicitação {id}',
  'signed-out.title': 'Você saiu',
  'signed-out.next': 'Sua sessão terminou. Entre novamente.',
  'forbidden.title': 'Somente para proprietários',
  'forbidden.next':
    'O GitHub informa que esta conta não é proprietária da empresa ou que o token não tem o escopo read:enterprise. Fale com um proprietário ou entre com outra conta.',
  'not-found.title': 'Não encontrado',
  'not-found.next': 'Pode ter desaparecido desde a última mesclagem. Volte e procure novamente.',
  'conflict.title': 'Há outra operação em andamento',
  'conflict.next': 'Aguarde até que ela termine e tente novamente.',
  'invalid.title': 'Isso não foi aceito',
  'invalid.next': 'Altere o que você pediu e tente novamente.',
  'too-many-requests.title': 'Muitas solicitações',
  'too-many-requests.next': 'Aguarde um minuto e tente novamente.',
  'unavailable.title': 'Indisponível no momento',
  'unavailable.next':
    'O GitHub ou uma parte do License Usage Sync não responde. Nada foi perdido. Tente novamente em um minuto.',
  'offline.title': 'Sem conexão',
  'offline.next': 'Não foi possível acessar o servidor. Verifique sua rede e tente novamente.',
  'unreadable.title': 'Esta página está desatualizada',
  'unreadable.next': 'O servidor respondeu em um formato que esta página não conhece. Recarregue a página.',
  'failed.title': 'Algo deu errado',
  'failed.next':
    'Nada foi perdido. Tente novamente; se continuar, informe o número da solicitação a quem opera o License Usage Sync.',
};
