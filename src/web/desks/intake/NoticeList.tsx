import type { ImportDetail } from './intakeTypes.ts'

/** 读取时的提示: what was put right or passed over on the way. */
export function NoticeList({ of }: { readonly of: ImportDetail['notices'] }) {
  if (of.length === 0) return null
  return (
    <details className="import-notices">
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
