import type { ImportNotice } from '../../../contract/shape/listImport.ts'
import './lists.css'

/** Lists the notices from reading a file: what was corrected or passed over. */
export function NoticeList({ of, open }: { readonly of: readonly ImportNotice[]; readonly open?: boolean }) {
  if (of.length === 0) return null
  return (
    <details className="import-notices" open={open}>
      <summary>读取时的提示（{of.length}类）</summary>
      <ul>
        {of.map(({ place, sentence, times }) => (
          <li key={`${place}${sentence}`} translate="no">
            {place === '' ? '' : `${place}：`}
            {sentence}
            {times > 1 && `（同类共 ${times} 处）`}
          </li>
        ))}
      </ul>
    </details>
  )
}
