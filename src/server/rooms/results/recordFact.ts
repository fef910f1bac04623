import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { checkEntered } from './checkEntered.ts'
import { insertEntered, readBeside } from './entered.store.ts'
import { aboutUnit, BY_HAND, loadFactContext, type Recorded, withAuthor } from './factContext.ts'
import { presentFact } from './presentFact.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** 录入一条事实, checked as an import would be; a finding without an inspector is the writer's own. `factFaulty`, `yearSealed`. */
export async function recordFact({
  context,
  actor,
  change,
  params: { year },
  body: { fact, reason = '' },
}: Served<'POST /api/years/:year/facts'>): Promise<Recorded | Refusal> {
  return change<Recorded>(async tx => {
    const ground = await loadFactContext(tx, year)
    if (isRefusal(ground)) return ground
    const entered = withAuthor(fact, actor)
    const faulty = checkEntered(ground.scheme, ground.roster, await readBeside(tx, year, entered), [entered])
    if (faulty !== undefined) return faulty
    const id = context.newId()
    await insertEntered(tx, year, entered, {
      id,
      author: actor.name,
      at: context.now(),
      revision: ground.revision,
      source: BY_HAND,
    })
    const what = `${presentFact(entered, ground.scheme, ground.units)}${reason === '' ? '' : `（${reason}）`}`
    return {
      answer: { id, revision: ground.revision },
      events: [{ kind: 'factRecorded', year, ...aboutUnit(entered), values: { fact: id, what } }],
    }
  })
}
