import type { Sheet } from './useSheet.ts'

/** 抽中的支部和党员, whom the inspector is to see. */
export function DrawnPart({ sheet: { detail } }: { readonly sheet: Sheet }) {
  const { branches = [], members = [] } = detail.drawn ?? {}
  if (branches.length === 0 && members.length === 0) return null
  return (
    <details className="drawn">
      <summary>抽中的支部和党员</summary>
      {branches.length > 0 && <p>支部：{branches.join('、')}</p>}
      {members.length > 0 && <p>党员：{members.join('、')}</p>}
    </details>
  )
}
