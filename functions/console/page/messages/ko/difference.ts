import type { Translation } from '../catalogue.ts';
import type { difference as english } from '../en/difference.ts';

export const difference: Translation<typeof english> = {
  'counted-twice': '두 번 계산됨: GitHub가 한 사람의 계정을 일치시키지 못함',
  'gone-from-instance': '인스턴스에 더 이상 없는 계정',
  'missing-from-github': 'GitHub 목록에 없는 사람',
  'unknown-state': 'GitHub 목록에 없고 일시 중단 여부를 알 수 없는 사람',
  suspended: '모든 계정이 일시 중단된 사람',
  'system-user': '인스턴스의 시스템 사용자',
  'github-total': 'GitHub의 총계가 GitHub가 나열하는 사람 수와 다름',
  'unidentified-rows': '누구인지 알 수 없는 행',
};
