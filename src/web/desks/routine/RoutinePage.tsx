import { useYear } from '../../client/useYear.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { BoardView } from './board/BoardView.tsx'
import { BoardsView } from './BoardsView.tsx'
import { OwnGrade } from './OwnGrade.tsx'
import type { BoardLine, BoardList } from './routineTypes.ts'

/** Shows routine management (日常管理): all boards to those who receive or oversee them, a lead unit's own board, a unit's own grade. (三（二）1) */
export function RoutinePage() {
  const { year } = useYear()
  const ownOnly = useSeesOwnOnly()
  if (year === undefined) return <NoYear />
  return ownOnly ? <OwnGrade year={year} /> : <Boards year={year} />
}

function Boards({ year }: { readonly year: number }) {
  const of = useAnswer('GET /api/years/:year/routine/boards', { params: { year } })
  return (
    <AnsweredPage title="等次评定" of={of}>
      {list => <Chosen list={list} />}
    </AnsweredPage>
  )
}

function Chosen({ list }: { readonly list: BoardList }) {
  const [first] = list.boards
  if (first === undefined) return <Nothing year={list.year} />
  return list.boards.length === 1 ? <One year={list.year} line={first} /> : <BoardsView list={list} />
}

function One({ year, line: { leadUnit, component } }: { readonly year: number; readonly line: BoardLine }) {
  const of = useAnswer('GET /api/years/:year/units/:unit/boards/:component', {
    params: { year, unit: leadUnit, component },
  })
  return (
    <AnsweredPage title="等次评定" of={of}>
      {board => <BoardView key={leadUnit} board={board} />}
    </AnsweredPage>
  )
}

function Nothing({ year }: { readonly year: number }) {
  return (
    <>
      <PageHead title="等次评定" />
      <EmptyState
        title="没有要评定等次的单位"
        what="本年度方案没有按名额评定等次的分项，或者名册中没有由牵头单位评定的所属单位。"
        next={<LinkButton to={`/${year}/meetings`}>查看会议和报送台账</LinkButton>}
      />
    </>
  )
}

function NoYear() {
  return (
    <>
      <PageHead title="等次评定" />
      <EmptyState
        title="还没有考核年度"
        what="开启年度后，牵头单位在这里评定所属单位的等次。"
        next={<LinkButton to="/">返回首页</LinkButton>}
      />
    </>
  )
}
