import type { Translation } from '../catalogue.ts';
import type { difference as english } from '../en/difference.ts';

export const difference: Translation<typeof english> = {
  'counted-twice': 'Contadas duas vezes: o GitHub não associou contas de uma mesma pessoa',
  'gone-from-instance': 'Contas que a instância não tem mais',
  'missing-from-github': 'Pessoas que o GitHub não lista',
  'unknown-state': 'Pessoas que o GitHub não lista e das quais nenhuma fonte informa se estão suspensas',
  suspended: 'Pessoas cujas contas estão todas suspensas',
  'system-user': 'Usuários do sistema de instâncias',
  'github-total': 'O total do próprio GitHub não é o número de pessoas que ele lista',
  'unidentified-rows': 'Linhas que não nomeiam ninguém',
};
