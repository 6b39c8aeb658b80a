import type { Translation } from '../catalogue.ts';
import type { controls as english } from '../en/controls.ts';

export const controls: Translation<typeof english> = {
  loading: '불러오는 중',
  close: '닫기',
  cancel: '취소',
  'dismiss-message': '이 메시지 닫기',
  pages: '페이지',
  page: '{page}페이지',
  previous: '이전',
  next: '다음',
};
