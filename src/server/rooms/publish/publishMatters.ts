import { standingOf } from '../../../domain/campaign/publish/publication.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { movesOnFrom, nextPhase } from '../../year/due/nextPhase.ts'
import { outdatedUnits } from './composePages.ts'
import { countByUnit, findPublication, listBoards, listPublished } from './publish.store.ts'

/** Lists what a publication (公示) asks for: comments to read, comments to answer, units with neither a notice board nor a web site, and what comes next in the year. (四（六）) */
export async function listPublishMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, today, may, forSeal } = ground
  if (forSeal || !may('readPublication')) return []
  const row = await findPublication(context.db, year)
  const at = { name: '公示', page: '$year/publication', waits: true }
  const isNext = movesOnFrom(ground, 'rectifying')
  if (row === undefined || !row.released)
    return isNext ? [{ ...at, id: 'publish', text: row === undefined ? '安排公示' : '发布公示' }] : []
  const reach = await ground.reach('readPublication')
  const counts = [...(await countByUnit(context.db, year))].filter(([unit]) => reach.has(unit))
  const total = (of: 'held' | 'unanswered') => counts.reduce((sum, [, one]) => sum + one[of], 0)
  const matters: Matter[] = []
  if (may('moderateComments') && total('held') > 0)
    matters.push({ ...at, id: 'comments-held', text: `审核公示留言${total('held')}条` })
  if (!may('moderateComments') && may('replyComments') && total('unanswered') > 0)
    matters.push({ ...at, id: 'comments-unanswered', text: `答复公示留言${total('unanswered')}条` })
  const outdated = may('decidePublication') ? await outdatedUnits(context.db, year) : []
  if (outdated.length > 0)
    matters.push({
      ...at,
      id: 'outdated',
      text: `公示中还有已撤下的问题，涉及${outdated.length}个单位：撤下公示后重新发布`,
      who: outdated.slice(0, 3).join('、'),
    })
  const standing = standingOf(row, today)
  if (isNext) matters.push(nextPhase('rectifying', '公示已发布'))
  if (standing === 'over' && movesOnFrom(ground, 'published'))
    matters.push(nextPhase('published', '公示期已满，整改办完后'))
  if (may('recordBoard') && standing !== 'waiting' && standing !== 'planned') {
    const boards = new Set((await listBoards(context.db, year)).map(({ unit }) => unit))
    const own = may('decidePublication') ? reach : await ground.reach('recordBoard')
    const bare = (await listPublished(context.db, year)).filter(
      one => own.has(one.unit) && !boards.has(one.unit),
    )
    if (bare.length > 0) {
      const text = may('decidePublication')
        ? `有${bare.length}个单位没有登记宣传栏或网站公示`
        : '登记在宣传栏或单位网站的公示'
      const isLate = standing === 'over'
      matters.push({
        ...at,
        id: 'boards',
        text,
        due: row.to,
        waits: !may('decidePublication'),
        urgent: isLate,
        late: isLate
          ? {
              text: `${text}，公示期${printDay(row.to)}已满`,
              since: row.to,
              units: bare.map(one => one.name),
              asks: '登记宣传栏公示的地点和起止日期',
            }
          : undefined,
      })
    }
  }
  return matters
}
