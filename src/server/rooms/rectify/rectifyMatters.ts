import { readHolders } from '../../office/accounts/accounts.store.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { movesOnFrom, nextPhase } from '../../year/due/nextPhase.ts'
import { problemLines } from './listProblems.ts'
import type { ProblemLine } from './presentProblem.ts'
import { rectifyContextOf } from './rectifyContext.ts'
import { readProblems } from './rectify.store.ts'

/** Lists the problems that wait for the reader, those that are overdue, and the lists that go out with the feedback. They never hold up the seal. (五（二）) */
export async function listRectifyMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, actor, scored, forSeal, may } = ground
  const { scheme, units, inputs } = scored
  if (forSeal || scheme === undefined || !may('readProblems')) return []
  if ((await readProblems(context.db, year)).length === 0) return feedback(ground, [])
  const reach = await ground.reach('readProblems')
  const reviewers = await readHolders(context.db, 'committee')
  const rectify = rectifyContextOf({ scheme, roster: inputs.roster, units }, reviewers)
  const lines = await problemLines(context, rectify, { year, actor, reach })
  return [...waiting(lines), ...overdue(ground, lines), ...toSend(ground, lines), ...feedback(ground, lines)]
}

const AT = { name: '反馈与整改', page: '$year/problems' }

function waiting(lines: readonly ProblemLine[]): Matter[] {
  const mine = lines.filter(({ waits }) => waits)
  if (mine.length === 0) return []
  return [
    {
      ...AT,
      id: 'problemsWaiting',
      ...actOf(mine),
      due: mine.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0],
      urgent: mine.some(one => one.overdue),
      waits: true,
    },
  ]
}

/** What to do: with one problem by its name, with several how many of each. */
function actOf(mine: readonly ProblemLine[]): Pick<Matter, 'text' | 'who'> {
  const [first] = mine
  if (mine.length === 1) return { text: `${waitsFor(first!)}：${first!.rowTitle ?? first!.text}` }
  const by = [...Map.groupBy(mine, waitsFor)]
  return {
    text: `办理${mine.length}个问题`,
    who: by.map(([what, { length }]) => `${what}${length}个`).join('、'),
  }
}

/** What a waiting problem waits for, in a word. */
function waitsFor({ standing, objection, extensionUntil }: ProblemLine): string {
  if (objection === 'open') return '答复异议'
  if (extensionUntil !== undefined) return '答复延期'
  return WAITS[standing] ?? '整改'
}

const WAITS: Readonly<Partial<Record<ProblemLine['standing'], string>>> = {
  drafted: '研究审核',
  sent: '确认收到并上报整改方案',
  planReturned: '修改整改方案',
  handedIn: '审核整改方案',
  claimed: '复查',
}

function overdue({ nameOf }: MatterContext, lines: readonly ProblemLine[]): Matter[] {
  const late = lines.filter(one => one.overdue && !one.waits)
  if (late.length === 0) return []
  const text = `下发的问题逾期${late.length}个`
  const days = late.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  const units = [...new Set(late.map(({ unit }) => unit))]
  return [
    {
      ...AT,
      id: 'problemsLate',
      text,
      late: { text, since: days[0], units: units.map(nameOf), asks: '上报整改方案，或者按期完成整改并报告' },
    },
  ]
}

function toSend({ may }: MatterContext, lines: readonly ProblemLine[]): Matter[] {
  const ready = lines.filter(({ standing }) => standing === 'reviewed').length
  if (ready === 0 || !may('draftProblems')) return []
  return [{ ...AT, id: 'problemsToSend', text: `下发审核完的${ready}个问题`, waits: true }]
}

/** What the phase of feedback waits for: that every problem is sent. Drafts are told as what they wait for. */
function feedback(ground: MatterContext, lines: readonly ProblemLine[]): Matter[] {
  if (!movesOnFrom(ground, 'fedBack')) return []
  if (lines.some(({ standing }) => standing === 'drafted' || standing === 'reviewed')) return []
  if (lines.some(({ standing }) => standing !== 'dropped')) return [nextPhase('fedBack', '问题已下发')]
  const text = '由结果提出问题，审核后下发'
  return [{ ...AT, id: 'problemsToPropose', text, page: '$year/problems/proposals', waits: true }]
}
