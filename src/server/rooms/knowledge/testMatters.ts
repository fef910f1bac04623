import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { lastDayOf } from '../../../domain/kernel/calendar.ts'
import { countOpenTests } from './paper.store.ts'

/** Lists the knowledge tests that are still open. They wait for those who hold them once every paper is in, or scores are compiled; a test belongs to its quarter and is due with it. */
export async function listTestMatters(ground: MatterContext): Promise<Matter[]> {
  if (!(await ground.reach('readKnowledge')).all) return []
  const { state } = ground
  const isScoring = state.kind === 'correcting' || (state.kind === 'open' && state.phase === 'scored')
  return (await countOpenTests(ground.context.db, ground.year)).map(
    ({ id, name, quarter, papers, submitted }) => {
      const due = lastDayOf(`${ground.year}-Q${quarter}`)
      const isDone = papers > 0 && papers === submitted
      return {
        id: `test-${id}`,
        name: '知识测试',
        text: isDone
          ? `“${name}”已全部交卷，可以结束`
          : `“${name}”还没有结束，已交卷${submitted}份，共${papers}份`,
        act: isDone
          ? `结束“${name}”（已全部交卷）`
          : `收齐并结束“${name}”：已交卷${submitted}份，共${papers}份`,
        page: `$year/tests/${id}`,
        due,
        urgent: ground.today > due,
        waits: (isDone || isScoring) && ground.may('holdExams'),
        seal: 'warning',
      }
    },
  )
}
