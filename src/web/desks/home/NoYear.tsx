import { useMay } from '../../client/SessionContext.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'

/** 还没有年度. Those who can open one have the steps above. */
export function NoYear() {
  const may = useMay()
  if (may('openYear')) return null
  return <EmptyState title="还没有开启考核年度" what="组织考核者开启年度后，这里显示时间安排和进度。" />
}
