import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { useMay } from '../../../client/useMay.ts'
import { useDesk } from '../../../client/useDesk.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useAsOf } from '../asOf/useAsOf.ts'
import './unit.css'

interface Props {
  readonly year: number
  /** What the server says of it. */
  readonly said?: string | undefined
}

/** Says that the results are not yet released, or were not on the day that is asked for. */
export function NotYetReleased({ year, said }: Props) {
  const { asOf } = useAsOf()
  if (asOf === undefined) return <Expected year={year} said={said} />
  return <EmptyState title="这一天结果还没有向单位公布" what={said ?? ''} next={<span />} />
}

/** Says when the results may be expected, and what can be done until then. */
function Expected({ year, said }: Props) {
  const may = useMay()
  const desk = useDesk()
  const places = [
    { address: desk('$year/scheme'), text: '查看方案和评分细则' },
    { address: desk('$year/year'), text: '查看年度安排' },
  ]
  const { data } = useAnswer('GET /api/years/:year', { params: { year } }, { when: may('readYear') })
  const now = data?.phases.find(phase => phase.state === 'now')
  return (
    <EmptyState
      title={`${year}年度的结果还没有向单位公布`}
      what={
        <>
          {said}
          {now !== undefined && `本年度现在是“${now.name}”阶段。`}
          {data?.next !== undefined && `最近的时间节点是“${data.next.name}”，${printDay(data.next.due)}。`}
          在此之前可以对照方案和评分细则自查，把台账和印证资料补齐。
        </>
      }
      next={places.map(
        ({ address, text }) =>
          address !== undefined && (
            <Link key={text} to={address} className="unit-next">
              {text}
            </Link>
          ),
      )}
    />
  )
}
