import { useYear } from '../../client/useYear.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Board } from './Board.tsx'

/** 本系统各单位的台账, for a lead unit, which opens on its own. */
export function BoardPage() {
  const { year } = useYear()
  return year === undefined ? <PageHead title="各单位台账" /> : <Board year={year} />
}
