import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { checkBeside } from './checkEntered.ts'
import { aboutUnit, BY_HAND, type Recorded, withAuthor } from './factContext.ts'
import { presentFact } from './presentFact.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { enterFacts } from '../../year/facts.store.ts'
import { loadYear } from '../../year/loadYear.ts'

/** Records a fact, checked as an import would check it; a finding without an inspector is attributed to its author. `factFaulty`, `yearSealed`. */
export async function recordFact({
  context,
  actor,
  change,
  params: { year },
  body: { fact, reason = '' },
}: Served<'POST /api/years/:year/facts'>): Promise<Recorded | Refusal> {
  return change<Recorded>(async tx => {
    const ground = await loadYear(tx, year, { lock: true })
    if (isRefusal(ground)) return ground
    const entered = withAuthor(fact, actor)
    const faulty = await checkBeside(tx, year, ground, entered)
    if (faulty !== undefined) return faulty
    const id = context.newId()
    await enterFacts(tx, year, [{ id, ...entered }], {
      author: actor.name,
      now: context.now(),
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
