import { useYear } from '../../client/useYear.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Board } from './Board.tsx'

/** Shows a lead unit the ledgers of its units; opens on its own. */
export function BoardPage() {
  const { year } = useYear()
  return year === undefined ? <PageHead title="各单位台账" /> : <Board year={year} />
}
