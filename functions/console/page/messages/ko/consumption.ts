import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  'visual-studio-subscription': '연결된 Visual Studio 구독',
  'cloud-account': 'GitHub의 사용된 라이선스 목록에 있음',
  'server-account': '인스턴스의 활성 계정',
  'dormant-server-account': '인스턴스의 휴면 계정',
  'server-account-of-unknown-state': '인스턴스의 계정, 일시 중단 여부를 알 수 없음',
  suspended: '모든 계정이 일시 중단됨',
  'system-user': '인스턴스의 시스템 사용자',
  'unlinked-visual-studio-subscription': '계정이 없는 Visual Studio 구독',
};
