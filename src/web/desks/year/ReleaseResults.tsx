import { useDesk } from '../../client/useDesk.ts'
import { useMay } from '../../client/useMay.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import type { Year } from './year.ts'

/** Shows whether units may see their results, and where that is decided. */
export function ReleaseResults({ of }: { readonly of: Year }) {
  const may = useMay()
  const seals = useDesk()('$year/seals')
  const waits = of.state === 'approved' && of.releasedSeal !== of.seal && may('releaseResults')
  return (
    <>
      <p>{standing(of)}</p>
      {seals !== undefined && (
        <LinkButton to={seals} type={waits ? 'primary' : 'default'}>
          {waits ? '去公布结果' : '查看封存与审定'}
        </LinkButton>
      )}
    </>
  )
}

function standing({ state, releasedSeal, seal }: Year): string {
  if (releasedSeal !== undefined && releasedSeal === seal && state === 'approved')
    return `第${seal}次封存的结果已经公布，各单位可以看到本单位的得分。`
  if (releasedSeal !== undefined)
    return `单位看到的是第${releasedSeal}次封存的结果；更正后的结果经审定并再次公布，单位才能看到。`
  if (state === 'approved') return `第${seal}次封存的结果已经审定，还没有公布；单位现在看不到得分。`
  if (state === 'sealed') return `第${seal}次封存的结果等待领导小组审定，审定后才能公布。`
  if (state === 'returned') return '领导小组退回了封存的结果；处理后重新封存，审定后才能公布。'
  if (state === 'correcting') return '正在更正已封存的结果；重新封存、审定后才能公布。'
  return '结果还没有封存。封存并经领导小组审定后才能公布；在此之前单位看不到得分。'
}
