import type { Translation } from '../catalogue.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: Translation<typeof english> = {
  product: 'License Usage Sync',
  'document-title': '{view} · License Usage Sync',
  enterprise: '엔터프라이즈',
  'signed-in-as': '로그인한 계정',
  'sign-out': '로그아웃',
  'sign-out-failed': '아직 로그인되어 있습니다. 서버에 연결할 수 없습니다. 다시 시도하세요.',
  navigation: '보기',
  usage: '사용량',
  'server-instances': 'Enterprise 서버 인스턴스',
  people: '사람',
  findings: '발견 항목',
  language: '언어',
  theme: '테마',
  'theme-auto': '시스템 설정',
  'theme-light': '밝게',
  'theme-dark': '어둡게',
  'no-such-view': '이 주소에는 아무것도 없습니다.',
  'go-to-usage': '사용량으로 이동',
};
