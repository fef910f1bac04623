import type { Overview } from './OverviewPage.tsx'

/** Names of the progress counts, from first to last step */
export const countWords: readonly { readonly key: keyof Overview['total']; readonly word: string }[] = [
  { key: 'settled', word: '已完结' },
  { key: 'objected', word: '有异议' },
  { key: 'sent', word: '已报送' },
  { key: 'underWay', word: '在途' },
  { key: 'waiting', word: '未开始' },
]
