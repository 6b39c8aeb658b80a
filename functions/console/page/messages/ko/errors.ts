import type { Translation } from '../catalogue.ts';
import type { errors as english } from '../en/errors.ts';

export const errors: Translation<typeof english> = {
  'try-again': '다시 시도',
  request: '요청 {id}',
  'signed-out.title': '로그아웃되었습니다',
  'signed-out.next': '세션이 종료되었습니다. 다시 로그인하세요.',
  'forbidden.title': '소유자 전용',
  'forbidden.next':
    'GitHub에 따르면 이 계정은 엔터프라이즈 소유자가 아니거나 토큰에 read:enterprise 범위가 없습니다. 소유자에게 문의하거나 다른 계정으로 로그인하세요.',
  'not-found.title': '찾을 수 없음',
  'not-found.next': '마지막 병합 이후 사라졌을 수 있습니다. 돌아가서 다시 찾아보세요.',
  'conflict.title': '다른 작업이 진행 중입니다',
  'conflict.next': '작업이 끝날 때까지 기다린 후 다시 시도하세요.',
  'invalid.title': '요청이 수락되지 않았습니다',
  'invalid.next': '요청을 변경한 후 다시 시도하세요.',
  'too-many-requests.title': '요청이 너무 많습니다',
  'too-many-requests.next': '잠시 기다린 후 다시 시도하세요.',
  'unavailable.title': '지금은 사용할 수 없습니다',
  'unavailable.next':
    'GitHub 또는 License Usage Sync의 일부가 응답하지 않습니다. 손실된 것은 없습니다. 잠시 후 다시 시도하세요.',
  'offline.title': '연결 없음',
  'offline.next': '서버에 연결할 수 없습니다. 네트워크를 확인한 후 다시 시도하세요.',
  'unreadable.title': '이 페이지는 최신이 아닙니다',
  'unreadable.next': '서버가 이 페이지에서 알 수 없는 형식으로 응답했습니다. 페이지를 새로 고치세요.',
  'failed.title': '문제가 발생했습니다',
  'failed.next':
    '손실된 것은 없습니다. 다시 시도하고, 계속되면 License Usage Sync 운영자에게 요청 번호를 알려 주세요.',
};
